import { existsSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Logger } from "pino";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import { sandboxPassword } from "#modules/sandbox/exports/sandbox-people.js";
import type { Config } from "#platform/config/config.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { importOlist } from "../import-olist.js";
import { problemsOf, reportText } from "../import-report.js";
import { missingFiles } from "../olist/read-olist.js";
import { UnreadableFile } from "../olist/read-text.js";
import { onlyImport } from "../only-import.js";
import { progressBar } from "../progress-bar.js";
import { ImportEntity } from "./import.entity.js";

const usage =
  "Usage: import:orders --format olist FOLDER [--shift-to-now] [--demo-password] [--report FILE]";

interface Arguments {
  folder: string;
  shiftToNow: boolean;
  demoPassword: boolean;
  /** Where all of the report goes, as JSON; null for nowhere. */
  reportFile: string | null;
}

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
  if (typeof given === "string") return said(given);
  if (given.demoPassword && !config.sandbox) {
    return said("--demo-password gives out a password that everybody knows: in a sandbox alone.");
  }
  if (!config.providers.sandbox) {
    return said("An import needs the sandbox's provider for charges that the files don't name.");
  }
  const { platform, close } = await open(config, log);
  try {
    const startedAt = platform.clock.now();
    let draw: ((done: number) => void) | null = null;
    const report = await onlyImport(platform, () =>
      importOlist(platform, sandboxProvider(config), given.folder, {
        shiftToNow: given.shiftToNow,
        demoPassword: given.demoPassword,
        progress: (done, total) => {
          draw ??= progressBar(total, "orders");
          draw(done);
        },
      }),
    );
    if (!report) return said("Another import is under way. Try again when it is over.", 1);
    const finishedAt = platform.clock.now();
    await platform.database.manager.insert(ImportEntity, {
      id: newId("import"),
      format: "olist",
      startedAt,
      finishedAt,
      report: report as never,
    });
    if (given.reportFile) await writeFile(given.reportFile, JSON.stringify(report, null, 2));
    const seconds = Math.max(0.1, (finishedAt.getTime() - startedAt.getTime()) / 1000);
    process.stdout.write(`${reportText(report)}\nIt took ${seconds.toFixed(1)} s.\n`);
    const problems = problemsOf(report);
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    process.stdout.write(`${signIn(config, given)}\n`);
    return problems.length === 0 ? 0 : 1;
  } catch (error) {
    if (error instanceof UnreadableFile) return said(`${error.message} Nothing was imported.`, 1);
    throw error;
  } finally {
    await close();
  }
}

function said(words: string, code = 2): number {
  process.stderr.write(`${words}\n`);
  return code;
}

function signIn({ sandbox, publicUrl }: Config, { demoPassword }: Arguments): string {
  if (!sandbox) return "Imported people have no password until they claim their account.";
  return demoPassword
    ? `Sign in as imported people with the password ${sandboxPassword}; some are listed at ${publicUrl}/.`
    : `Imported people have no password. One-time links to claim their accounts are made at ${publicUrl}/, or import again with --demo-password.`;
}

function readArguments(args: string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: {
        format: { type: "string" },
        "shift-to-now": { type: "boolean", default: false },
        "demo-password": { type: "boolean", default: false },
        report: { type: "string" },
      },
    });
    const [folder] = positionals;
    if (values.format !== "olist") return `There is one format, olist. ${usage}`;
    if (!folder) return `Name the folder. ${usage}`;
    if (!existsSync(folder)) return `There is no folder ${folder}.`;
    const missing = missingFiles(folder);
    if (missing.length > 0) return `The folder ${folder} lacks ${missing.join(", ")}.`;
    return {
      folder,
      shiftToNow: values["shift-to-now"],
      demoPassword: values["demo-password"],
      reportFile: values.report ?? null,
    };
  } catch (error) {
    return `${(error as Error).message} ${usage}`;
  }
}
