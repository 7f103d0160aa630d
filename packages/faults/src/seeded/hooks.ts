import type { InitializeHook, LoadHook } from "node:module";
import { seededFaults } from "./seeded-faults.js";

const built = "/apps/api/dist/";
let changes: readonly { file: string; from: string; to: string }[] = [];

export const initialize: InitializeHook<string> = (name) => {
  const fault = seededFaults.find((each) => each.name === name);
  if (!fault) throw new Error(`There is no fault ${name}.`);
  changes = fault.changes;
};

/** Changes the files that the fault names as they are loaded. */
export const load: LoadHook = async (url, context, next) => {
  const loaded = await next(url, context);
  const ours = changes.filter(({ file }) => url.endsWith(`${built}${file}`));
  if (ours.length === 0) return loaded;
  return { ...loaded, source: changed(String(loaded.source), ours) };
};

/** The text with each change made; throws where a passage is not there exactly once. */
export function changed(text: string, wanted: typeof changes): string {
  return wanted.reduce((sofar, { file, from, to }) => {
    const parts = sofar.split(from);
    if (parts.length !== 2) {
      throw new Error(`${file} has ${parts.length - 1} times: ${from}`);
    }
    return parts.join(to);
  }, text);
}
