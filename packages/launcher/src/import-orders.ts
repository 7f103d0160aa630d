import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { becomeOnlyCopy, runningCopy } from "./only-copy.js";
import { apiMain, startBase } from "./platform.js";

/** Takes orders over into the platform that runs, or into one started for as long as it takes. */
export async function importOrders(args: string[]): Promise<number> {
  const running = await runningCopy();
  if (running?.DATABASE_URL) return runImport(args, running);
  const only = await becomeOnlyCopy();
  const base = await startBase(Number(process.env.PORT ?? 4000));
  try {
    return await runImport(args, base.env);
  } finally {
    await base.stop();
    only.release();
  }
}

/** Folders are meant from where the person stands. */
const fromCaller = (argument: string) =>
  argument.startsWith("-") || !/[\\/.]/.test(argument)
    ? argument
    : resolve(process.env.INIT_CWD ?? process.cwd(), argument);

function runImport(args: string[], env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, [apiMain, "import", ...args.map(fromCaller)], {
    env: { ...process.env, ...env, LOG_LEVEL: "warn" },
    stdio: "inherit",
  });
  return new Promise((settle) => child.once("exit", (code) => settle(code ?? 1)));
}
