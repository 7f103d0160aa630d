import type { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import type { Runner } from "graphile-worker";

const againMs = 1_000;

/** What tells that workers have ended, or begin to. */
const endings = ["pool:gracefulShutdown", "pool:forcefulShutdown", "stop"];

/**
 * Keeps workers running: they end by themselves where the outcome of a job can't be stored. Told by
 * the first event, since without a database their end may never be complete.
 */
export async function keepRunning(
  events: EventEmitter,
  run: () => Promise<Runner>,
  /** Before they begin again; tried until it succeeds. */
  before: () => Promise<void>,
): Promise<{ stop(): Promise<void> }> {
  let stopped = false;
  let told: () => void = () => undefined;
  for (const ending of endings) events.on(ending, () => told());
  const begin = async () => {
    const over = new Promise<void>((resolve) => {
      told = resolve;
    });
    return { runner: await run(), over };
  };
  let current = await begin();
  const watching = (async () => {
    while (true) {
      await current.over;
      let again: typeof current | null = null;
      while (!stopped && again === null) {
        await sleep(againMs);
        again = await before()
          .then(begin)
          .catch(() => null);
      }
      if (again) current = again;
      if (stopped) return current.runner.stop().catch(() => undefined);
    }
  })();
  return {
    async stop() {
      stopped = true;
      await current.runner.stop().catch(() => undefined);
      await watching;
    },
  };
}
