import { spawn } from "node:child_process";
import { becomeOnlyCopy, runningCopy } from "./only-copy.js";
import { apiMain, startBase } from "./platform.js";

/** Runs a command of the API on the platform that runs, or on one started for as long as it takes. */
export async function apiCommand(args: string[]): Promise<number> {
  const running = await runningCopy();
  if (running?.DATABASE_URL) return run(args, running);
  const only = await becomeOnlyCopy();
  const base = await startBase(Number(process.env.PORT ?? 4000));
  try {
    return await run(args, base.env);
  } finally {
    await base.stop();
    only.release();
  }
}

function run(args: string[], env: Record<string, string>): Promise<number> {
  const child = spawn(process.execPath, [apiMain, ...args], {
    env: { ...process.env, ...env, LOG_LEVEL: "warn" },
    stdio: "inherit",
  });
  return new Promise((settle) => child.once("exit", (code) => settle(code ?? 1)));
}
