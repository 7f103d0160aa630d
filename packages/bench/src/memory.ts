import { readFileSync } from "node:fs";
import { signIn } from "./caller.js";
import type { Api } from "./stand.js";

export interface MemoryMeasured {
  requests: number;
  /** Resident memory of the API's process after each tenth of the requests. MiB. */
  residentMiB: number[];
  requestsPerSecond: number;
}

const document = `query { orders(first: 5) { edges { node { id status lines { title } } } } }`;
const atOnce = 16;

/** The API's memory over many requests: after the first tenths it has to stay flat. Linux only. */
export async function measureMemory(
  api: Api,
  email: string,
  requests: number,
): Promise<MemoryMeasured> {
  const buyer = await signIn(api, "buyer", email);
  const residentMiB: number[] = [];
  const began = performance.now();
  for (let part = 0; part < 10; part++) {
    let left = requests / 10;
    const ask = async () => {
      while (left-- > 0) await buyer.ask(document);
    };
    await Promise.all(Array.from({ length: atOnce }, ask));
    residentMiB.push(resident(api));
  }
  const seconds = (performance.now() - began) / 1_000;
  return { requests, residentMiB, requestsPerSecond: requests / seconds };
}

function resident({ process }: Api): number {
  try {
    const status = readFileSync(`/proc/${process.pid}/status`, "utf8");
    return Math.round(Number(/VmRSS:\s+(\d+) kB/.exec(status)?.[1] ?? Number.NaN) / 1024);
  } catch {
    return Number.NaN;
  }
}
