import { once } from "node:events";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { privateLog } from "./child.js";

const folder = mkdtempSync(join(tmpdir(), "makegood-logs-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

test("a log is its owner's alone, also one that an earlier start left open to others", async () => {
  const old = join(folder, "old");
  mkdirSync(old);
  chmodSync(old, 0o755);
  writeFileSync(join(old, "api.log"), "before\n");
  chmodSync(join(old, "api.log"), 0o644);
  for (const file of [join(folder, "new", "api.log"), join(old, "api.log")]) {
    const log = privateLog(file);
    await once(log.end(), "close");
    expect([modeOf(file), modeOf(join(file, ".."))]).toEqual(["600", "700"]);
  }
  expect(statSync(join(old, "api.log")).size).toBe(7);
});
