import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { PostgresProblem } from "./postgres-problem.js";

const patienceMs = 20_000;

/**
 * Puts right what a killed start left: stops a server that still runs on this folder, and removes
 * the lock of one that is gone, even when its process number belongs to somebody else by now.
 */
export async function clearLeftovers(dataFolder: string): Promise<void> {
  const lock = join(dataFolder, "postmaster.pid");
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, "utf8").split("\n")[0]);
  if (!isServerOf(pid, dataFolder)) {
    rmSync(lock, { force: true });
    return;
  }
  process.kill(pid, "SIGINT");
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(50)) {
    if (!isServerOf(pid, dataFolder)) return;
  }
  throw new PostgresProblem(
    `A PostgreSQL (process ${pid}) of an earlier start still runs and does not stop: end it, then start again.`,
  );
}

function isServerOf(pid: number, dataFolder: string): boolean {
  if (!Number.isInteger(pid) || pid <= 1) return false;
  try {
    return commandOf(pid).includes(dataFolder);
  } catch {
    return false;
  }
}

function commandOf(pid: number): string {
  if (existsSync("/proc/self/cmdline")) return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  return execFileSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
}
