import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

interface Process {
  parent: number;
  command: string;
}

function look(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
    return { parent, command: readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ") };
  } catch {
    return lookByPs(pid);
  }
}

/** Where there is no /proc. */
function lookByPs(pid: number): Process | null {
  try {
    const said = execFileSync("ps", ["-o", "ppid=,command=", "-p", String(pid)], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    }).trim();
    const [parent = "", ...command] = said.split(/\s+/);
    return { parent: Number(parent), command: command.join(" ") };
  } catch {
    return null;
  }
}

/** npx, pnpm and the shells between them and us, the nearest first. */
export function packageManagers(): number[] {
  const found: number[] = [];
  for (let pid = process.ppid; pid > 1 && found.length < 10; ) {
    const known = look(pid);
    if (!known || !/\b(npm|npx|pnpm|launch\.mjs)\b/.test(known.command)) break;
    found.push(pid);
    pid = known.parent;
  }
  return found;
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
