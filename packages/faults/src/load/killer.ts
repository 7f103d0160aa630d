import { setTimeout as sleep } from "node:timers/promises";
import type { DatabaseServer } from "../stage/database-server.js";
import type { Stage } from "../stage/stage.js";

/** What is killed by -9 while the load runs, and how often. */
export interface Weather {
  apiEveryMs?: number;
  databaseEveryMs?: number;
  forMs: number;
}

export interface Kills {
  api: number;
  database: number;
}

/** A busy machine, on which what is killed comes back slowly, is given this many times as long. */
const longer = 4;

/**
 * Kills one of the API processes that serve, or the database, at each beat, as often as beats fit
 * into the time; both come back.
 */
export async function killAround(
  stage: Stage,
  server: DatabaseServer,
  weather: Weather,
): Promise<Kills> {
  const kills: Kills = { api: 0, database: 0 };
  const end = Date.now() + weather.forMs * longer;
  const beat = async (everyMs: number | undefined, kill: () => Promise<boolean>) => {
    if (everyMs === undefined) return;
    const beats = Math.floor(weather.forMs / everyMs);
    let next = Date.now() + everyMs;
    for (let count = 0; count < beats && next < end; count++, next += everyMs) {
      await sleep(Math.max(0, next - Date.now()));
      // One that is just starting is nobody's loss: the next one to serve is taken instead.
      while (!(await kill()) && Date.now() < end) await sleep(20);
      // What took long to come back is given as long again to be of use.
      next = Math.max(next, Date.now());
    }
  };
  await Promise.all([
    beat(weather.apiEveryMs, async () => {
      const serving = stage.apis.filter((api) => api.serving);
      const victim = serving[kills.api % Math.max(1, serving.length)];
      if (!victim) return false;
      await victim.kill();
      kills.api++;
      return true;
    }),
    beat(weather.databaseEveryMs, async () => {
      await server.killAndRestart();
      kills.database++;
      return true;
    }),
  ]);
  await Promise.all(stage.apis.map((api) => api.untilServing()));
  return kills;
}
