import { ourErrors } from "../checks/answers.js";
import { brokenOf, type Check } from "../checks/check.js";
import { tryRefunds } from "../load/try-refunds.js";
import { type SeededFault, seededFaults } from "../seeded/seeded-faults.js";
import type { DatabaseServer } from "../stage/database-server.js";
import type { Outcome } from "./outcome.js";
import { watch } from "./subscribers.js";

/** A fault, and what gave it away: nothing where it was not caught. */
export interface Seen {
  fault: SeededFault;
  by: Check[];
}

const forMs = 9_000;

/** Seeds one fault after the other and looks whether the trial of its promise, made small, finds it. */
export async function seeFaults(
  server: DatabaseServer,
  faults: readonly SeededFault[] = seededFaults,
  orders = 40,
): Promise<Seen[]> {
  const seen: Seen[] = [];
  for (const fault of faults) {
    const tried = fault.shownBy === "subscribers" ? watched : refunded;
    seen.push({ fault, by: brokenOf(await tried(server, fault, orders)) });
  }
  return seen;
}

async function refunded(
  server: DatabaseServer,
  fault: SeededFault,
  orders: number,
): Promise<Check[]> {
  const killsDatabase = fault.shownBy === "database";
  const { checks } = await tryRefunds(server, {
    orders,
    spreadMs: forMs,
    weather: { ...(killsDatabase ? { databaseEveryMs: 2_500 } : { apiEveryMs: 1_500 }), forMs },
    seededFault: fault.name,
    ...(fault.sabotage ? { sabotage: fault.sabotage } : {}),
    settleMs: killsDatabase ? 120_000 : 30_000,
  });
  // While the database is away, the code as it is tells of errors, too.
  return checks.filter(({ name }) => !killsDatabase || name !== ourErrors);
}

async function watched(
  server: DatabaseServer,
  { name }: SeededFault,
  orders: number,
): Promise<Check[]> {
  const trial = { orders, desks: 10, forMs, killApiEveryMs: 4_000, seededFault: name };
  return (await watch(server, trial)).checks;
}

export function faultsAreSeen(seen: readonly Seen[]): Outcome {
  const caught = seen.filter(({ by }) => by.length > 0);
  return {
    number: "2",
    promise: "The tests can see bugs",
    figure: `${caught.length} of ${seen.length} seeded faults caught`,
    kept: caught.length === seen.length,
    findings: seen
      .filter(({ by }) => by.length === 0)
      .map(({ fault }) => `not seen: ${fault.does}`),
  };
}
