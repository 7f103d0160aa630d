import type { Stand } from "./stand.js";
import { type DatabaseCost, databaseCost } from "./statements.js";

export interface Timing {
  medianMs: number;
  p99Ms: number;
}

/** One thing measured beside the same work by hand. */
export interface Measured {
  name: string;
  orders: number;
  ours: Timing & { statements: number; databaseMs: number };
  floor: (Timing & { statements: number; databaseMs: number }) | null;
}

export function timing(samples: readonly number[]): Timing {
  const sorted = [...samples].sort((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
  return { medianMs: at(0.5) ?? Number.NaN, p99Ms: at(0.99) ?? Number.NaN };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

export interface Compared {
  name: string;
  orders: number;
  rounds: number;
  /** Called with the number of the round, so that no round repeats another's work. */
  ours: (round: number) => Promise<unknown>;
  floor: ((round: number) => Promise<unknown>) | null;
}

/**
 * Ours and the floor in turn, A B A B, so that a machine whose speed drifts drifts for both; then
 * each alone, to count what it costs the database.
 */
export async function compare({ pg, serverLog }: Stand, given: Compared): Promise<Measured> {
  const { rounds, ours, floor } = given;
  const warmUp = Math.ceil(rounds / 10);
  let round = 0;
  for (let count = 0; count < warmUp; count++, round++) {
    await ours(round);
    await floor?.(round);
  }
  const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] };
  for (let count = 0; count < rounds; count++, round++) {
    const now = round;
    times.ours.push(await timed(() => ours(now)));
    if (floor) times.floor.push(await timed(() => floor(now)));
  }
  const alone = async (work: (round: number) => Promise<unknown>): Promise<DatabaseCost> => {
    const cost = await databaseCost(pg, serverLog, async () => {
      for (let count = 0; count < warmUp; count++) await work(round++);
    });
    return { statements: cost.statements / warmUp, ms: cost.ms / warmUp };
  };
  const costOf = ({ statements, ms }: DatabaseCost) => ({ statements, databaseMs: ms });
  return {
    name: given.name,
    orders: given.orders,
    ours: { ...timing(times.ours), ...costOf(await alone(ours)) },
    floor: floor && { ...timing(times.floor), ...costOf(await alone(floor)) },
  };
}

/** How many rounds `compare` asks for in all: what has to be prepared for writes. */
export const roundsNeeded = (rounds: number): number => rounds + 5 * Math.ceil(rounds / 10);
