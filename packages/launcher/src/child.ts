import { type ChildProcess, spawn } from "node:child_process";
import {
  chmodSync,
  closeSync,
  createWriteStream,
  mkdirSync,
  openSync,
  type WriteStream,
} from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { inData } from "./places.js";

export interface Child {
  name: string;
  /** What it said it listens on. */
  url: string;
  process: ChildProcess;
  stop(): Promise<void>;
}

interface Started {
  name: string;
  command: string[];
  env: Record<string, string>;
  cwd?: string;
  /** Its warnings and errors go to the log file alone. */
  quiet?: boolean;
}

/** Starts a process of ours and waits until it says where it listens. Its words go to a log file. */
export function startChild({ name, command, env, cwd, quiet }: Started): Promise<Child> {
  const [file = "", ...args] = command;
  const child = spawn(file, args, {
    env: { ...process.env, ...env, STOP_WITH_STDIN: "1" },
    ...(cwd ? { cwd } : {}),
    // It ends when its input does, so that a killed launcher leaves nobody behind.
    stdio: ["pipe", "pipe", "pipe"],
    // A group of its own, so that a Ctrl-C in the terminal reaches us alone and we stop in order.
    detached: true,
  });
  const logFile = inData("logs", `${name}.log`);
  const log = privateLog(logFile);
  let errors = "";
  return new Promise((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      log.write(`${line}\n`);
      const said = readListening(line);
      if (said) resolve({ name, url: said, process: child, stop: () => stop(child) });
      else if (!quiet) showTrouble(name, line);
    });
    createInterface({ input: child.stderr }).on("line", (line) => {
      log.write(`${line}\n`);
      errors = `${errors}${line}\n`.slice(-4000);
    });
    child.once("error", reject);
    child.once("exit", () => {
      reject(new Error(errors.trim() || `${name} ended before it was ready; see ${logFile}`));
    });
  });
}

/** A log that its owner alone reads, also where an earlier start left it open to others. */
export function privateLog(file: string): WriteStream {
  const folder = dirname(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  closeSync(openSync(file, "a", 0o600));
  chmodSync(file, 0o600);
  return createWriteStream(file, { flags: "a" });
}

function readListening(line: string): string | null {
  if (!line.startsWith('{"listening"')) return null;
  return (JSON.parse(line) as { listening: string }).listening;
}

/** Warnings and errors of a log line are shown; the rest is in the file. */
function showTrouble(name: string, line: string): void {
  try {
    const { level, msg, err } = JSON.parse(line) as {
      level?: number;
      msg?: string;
      err?: { message?: string };
    };
    if (level !== undefined && level >= 40) {
      process.stderr.write(`${name}: ${msg ?? ""}${err?.message ? ` (${err.message})` : ""}\n`);
    }
  } catch {
    // Not a log line.
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  signal(child, "SIGTERM");
  const late = setTimeout(() => signal(child, "SIGKILL"), 15_000);
  await gone;
  clearTimeout(late);
}

/** To the whole group: tools we start may have started others. */
function signal(child: ChildProcess, name: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, name);
  } catch {
    child.kill(name);
  }
}
