import { randomInt } from "node:crypto";
import { createServer } from "node:net";

/**
 * Below the range from which systems take ports for outgoing connections (32768 on Linux, 49152
 * elsewhere): a port from within it can be taken by any connection between asking and listening,
 * or while a process that is killed on purpose comes back.
 */
const lowest = 12_000;
const beyond = 32_000;

/** A port nobody listens on, and none that a connection of anybody's will be given. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < 100; tries += 1) {
    const port = randomInt(lowest, beyond);
    if (await isFree(port)) return port;
  }
  throw new Error(`No free port found between ${lowest} and ${beyond}.`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}
