import { spawn } from "node:child_process";
import { connect } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "@makegood/postgres/free-port";

export interface Redis {
  url: string;
  stop(): Promise<void>;
}

/** A Redis of the benchmark's own; null where the machine has no redis-server. */
export async function startRedis(): Promise<Redis | null> {
  const port = await freePort();
  const settings = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", ["--port", String(port), ...settings], { stdio: "ignore" });
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve());
    child.once("error", () => resolve());
  });
  const missing = await Promise.race([ended.then(() => true), untilListening(port)]);
  if (missing) return null;
  return {
    url: `redis://127.0.0.1:${port}`,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** False once somebody listens there. */
async function untilListening(port: number): Promise<false> {
  for (let tries = 0; tries < 200; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, "127.0.0.1", () => resolve(true));
      socket.once("connect", () => socket.end());
      socket.once("error", () => resolve(false));
    });
    if (open) return false;
    await sleep(50);
  }
  throw new Error("redis-server does not listen");
}
