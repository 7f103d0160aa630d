import { type ChildProcess, execFileSync } from "node:child_process";

/**
 * Ends a server as a power cut would: its processes are gone at once, what was not written is lost.
 * The first of them goes first, so that it does not start what the others did again.
 */
export async function crash(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null || server.pid === undefined) return;
  const gone = new Promise((resolve) => server.once("exit", resolve));
  const children = childrenOf(server.pid);
  server.kill("SIGKILL");
  for (const child of children) end(child);
  await gone;
}

function childrenOf(parent: number): number[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (ppid === parent && pid ? [pid] : []));
}

function end(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It is gone already.
  }
}
