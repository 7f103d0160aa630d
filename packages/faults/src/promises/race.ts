import { checkAnswers } from "../checks/answers.js";
import { checkAttacks } from "../checks/attacks.js";
import { checkBooks } from "../checks/books.js";
import { brokenOf } from "../checks/check.js";
import { untilSettled } from "../checks/settled.js";
import { makeOrders, makePeople } from "../load/people.js";
import { orderMinor, racingIntentsOf, sendAll, signInAgents } from "../load/refund-load.js";
import type { DatabaseServer } from "../stage/database-server.js";
import { openStage } from "../stage/stage.js";
import type { Outcome } from "./outcome.js";

const connections = 50;

/** FIELD 1: refunds of the whole of a payment, all at once, from two processes: one is made. */
export async function nobodyWinsTheRace(server: DatabaseServer, orders: number): Promise<Outcome> {
  const stage = await openStage({ server });
  try {
    const orderIds = await stage.prepare(async (world) =>
      makeOrders(world, await makePeople(world), orders, orderMinor),
    );
    const agents = await signInAgents(stage.apis);
    const requests = racingIntentsOf(orderIds);
    const load = await sendAll({ agents, requests, connections, spreadMs: 0 });
    await untilSettled(stage, 180_000);
    const checks = [
      ...(await checkAnswers(stage, load)),
      ...(await checkBooks(stage)),
      await checkAttacks(stage.databaseUrl),
    ];
    const broken = brokenOf(checks);
    const made = load.intents.filter(({ answers }) => answers[0]?.refundId).length;
    const above = checks.find(({ name }) => name === "orders above what was captured")?.broken;
    return {
      number: "FIELD 1",
      promise: "Parallel refunds of one payment never pass what was captured",
      figure: `${orders} orders, ${load.requests} refunds of the whole over ${connections} connections to 2 processes: ${made} made, ${above} orders above captured`,
      kept: broken.length === 0,
      findings: broken.map(
        ({ name, broken: count, examples }) => `${count} × ${name}: ${examples}`,
      ),
    };
  } finally {
    await stage.close();
  }
}
