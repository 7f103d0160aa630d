import { rmSync } from "node:fs";
import { connect, createServer, type Server } from "node:net";
import { lockPath } from "./places.js";
import { Problem } from "./problem.js";

/** The address of the copy that runs on this data folder; null when none does. */
export function runningCopy(): Promise<Record<string, string> | null> {
  return new Promise((settle) => {
    let words = "";
    const socket = connect(lockPath);
    socket.setEncoding("utf8");
    socket.on("data", (data: string) => {
      words += data;
    });
    socket.on("end", () => settle(words ? (JSON.parse(words) as Record<string, string>) : {}));
    socket.on("error", () => settle(null));
  });
}

export interface OnlyCopy {
  /** What a second start, or an import, is told. */
  tell(about: Record<string, string>): void;
  release(): void;
}

/**
 * Makes this process the only copy on its data folder. A socket dies with its process, however it
 * dies, and can't be mistaken for another's, as a process number can.
 */
export async function becomeOnlyCopy(): Promise<OnlyCopy> {
  const running = await runningCopy();
  if (running) {
    const where = running.address ? ` at ${running.address}` : "";
    throw new Problem(
      `Makegood already runs${where} from this folder: use that one, or stop it first.`,
    );
  }
  rmSync(lockPath, { force: true });
  let about: Record<string, string> = {};
  const server: Server = createServer((socket) => {
    socket.on("error", () => undefined);
    socket.end(JSON.stringify(about));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(lockPath, resolve);
  });
  server.unref();
  return {
    tell: (next) => {
      about = next;
    },
    release: () => {
      server.close();
      rmSync(lockPath, { force: true });
    },
  };
}
