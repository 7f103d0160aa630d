import { type ChildProcess, execFileSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * Ends a server as a power cut would: its processes are gone at once, what was not written is lost.
 * The first of them is held still meanwhile, so that it starts no more.
 */
export async function crash(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const gone = new Promise((resolve) => server.once("exit", resolve));
  server.kill("SIGSTOP");
  const children = childrenOf(server.pid);
  for (const child of children) signal(child, "SIGKILL");
  server.kill("SIGKILL");
  await gone;
  // A server that is started while one of them still holds the memory they shared would refuse.
  while (children.some((child) => signal(child, 0))) await sleep(10);
}

function childrenOf(parent: number): number[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (ppid === parent && pid ? [pid] : []));
}

/** False where there is no such process any more. */
function signal(pid: number, kind: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, kind);
  } catch {
    return false;
  }
}
