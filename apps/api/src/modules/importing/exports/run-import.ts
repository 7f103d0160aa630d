import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { Logger } from "pino";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import type { Config } from "#platform/config/config.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { importOlist } from "../import-olist.js";
import { problemsOf, reportText } from "../import-report.js";
import { missingFiles } from "../olist/read-olist.js";
import { progressBar } from "../progress-bar.js";
import { ImportEntity } from "./import.entity.js";

const usage = "Usage: import:orders --format olist FOLDER [--shift-to-now]";

type Open = (
  config: Config,
  log: Logger,
) => Promise<{ platform: Platform; close(): Promise<void> }>;

/** The import as a command: checks what it was given, shows how far it is, and ends with a report. */
export async function runImport(
  open: Open,
  config: Config,
  log: Logger,
  args: string[],
): Promise<number> {
  const given = readArguments(args);
  if (typeof given === "string") {
    process.stderr.write(`${given}\n`);
    return 2;
  }
  const { platform, close } = await open(config, log);
  try {
    const startedAt = platform.clock.now();
    let draw: ((done: number) => void) | null = null;
    const report = await importOlist(platform, sandboxProvider(config), given.folder, {
      shiftToNow: given.shiftToNow,
      progress: (done, total) => {
        draw ??= progressBar(total, "orders");
        draw(done);
      },
    });
    const finishedAt = platform.clock.now();
    await platform.database.manager.insert(ImportEntity, {
      id: newId("import"),
      format: "olist",
      startedAt,
      finishedAt,
      report: report as never,
    });
    const seconds = Math.max(0.1, (finishedAt.getTime() - startedAt.getTime()) / 1000);
    process.stdout.write(`${reportText(report)}\nIt took ${seconds.toFixed(1)} s.\n`);
    const problems = problemsOf(report);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    process.stdout.write(
      "Sign in as imported people with the password makegood; some are listed at /.\n",
    );
    return problems.length === 0 ? 0 : 1;
  } finally {
    await close();
  }
}

function readArguments(args: string[]): { folder: string; shiftToNow: boolean } | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { format: { type: "string" }, "shift-to-now": { type: "boolean", default: false } },
    });
    const [folder] = positionals;
    if (values.format !== "olist") return `There is one format, olist. ${usage}`;
    if (!folder) return `Name the folder. ${usage}`;
    if (!existsSync(folder)) return `There is no folder ${folder}.`;
    const missing = missingFiles(folder);
    if (missing.length > 0) return `The folder ${folder} lacks ${missing.join(", ")}.`;
    return { folder, shiftToNow: values["shift-to-now"] };
  } catch (error) {
    return `${(error as Error).message} ${usage}`;
  }
}
