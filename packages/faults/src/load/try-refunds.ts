import { checkAnswers } from "../checks/answers.js";
import { checkAttacks } from "../checks/attacks.js";
import { checkBooks } from "../checks/books.js";
import type { Check } from "../checks/check.js";
import { untilSettled } from "../checks/settled.js";
import type { DatabaseServer } from "../stage/database-server.js";
import { openStage } from "../stage/stage.js";
import { type Kills, killAround, type Weather } from "./killer.js";
import { makeOrders, makePeople } from "./people.js";
import {
  duplicated,
  intentsOf,
  type Load,
  orderMinor,
  sendAll,
  signInAgents,
} from "./refund-load.js";

export interface RefundTrial {
  orders: number;
  /** Requests are spread over this time at least. */
  spreadMs: number;
  weather: Weather;
  seededFault?: string;
  /** Makes the database weaker than it is, to see that it is noticed. */
  sabotage?: string;
  settleMs?: number;
}

export interface Tried {
  load: Load;
  kills: Kills;
  checks: Check[];
}

/** The provider loses one call in twenty before it did anything, and one in twenty after it did. */
const lost = { before: 0.05, after: 0.05 };

/** Asks for many refunds while things are killed, then looks at everything that must hold. */
export async function tryRefunds(server: DatabaseServer, trial: RefundTrial): Promise<Tried> {
  const stage = await openStage({ server, lost, seededFault: trial.seededFault ?? null });
  try {
    const orderIds = await stage.prepare(async (world) =>
      makeOrders(world, await makePeople(world), trial.orders, orderMinor),
    );
    if (trial.sabotage) await stage.rows(trial.sabotage);
    const agents = await signInAgents(stage.apis);
    const requests = duplicated(intentsOf(orderIds));
    const { spreadMs } = trial;
    const [load, kills] = await Promise.all([
      sendAll({ agents, requests, connections: 50, spreadMs }),
      killAround(stage, server, trial.weather),
    ]);
    await untilSettled(stage, trial.settleMs ?? 120_000);
    const checks = [
      ...(await checkAnswers(stage, load)),
      ...(await checkBooks(stage)),
      await checkAttacks(stage.databaseUrl),
    ];
    return { load, kills, checks };
  } finally {
    await stage.close();
  }
}
