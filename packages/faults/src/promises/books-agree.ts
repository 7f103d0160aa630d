import { setTimeout as sleep } from "node:timers/promises";
import { untilSettled } from "../checks/settled.js";
import { forge, makeDifferences, moveMoney } from "../load/differences.js";
import { buyerEmail, makeOrders, makePeople } from "../load/people.js";
import { intentsOf, orderMinor, sendAll, signInAgents } from "../load/refund-load.js";
import { Caller } from "../stage/caller.js";
import type { DatabaseServer } from "../stage/database-server.js";
import { openStage, type Stage } from "../stage/stage.js";
import type { Outcome } from "./outcome.js";

const patienceMs = 90_000;
const env = {
  // For buyers' accounts, to which transfers go.
  BANK_DETAILS_KEYS: `faults:${Buffer.alloc(32, 3).toString("base64")}`,
  // Books are compared when the trial says so: a run of the schedule's would count as one of its own.
  RECONCILE_CRON: "0 0 31 2 *",
};

/** The books agree: every kind of difference in the provider's is named, and none is invented. */
export async function booksAgree(
  server: DatabaseServer,
  { orders, each }: { orders: number; each: number },
): Promise<Outcome> {
  const stage = await openStage({ server, env });
  try {
    const { orderIds, differences } = await stage.prepare(async (world) => {
      const people = await makePeople(world);
      return {
        orderIds: await makeOrders(world, people, orders, orderMinor, ["instant"]),
        differences: await makeDifferences(world, people, each),
      };
    });
    const agents = await signInAgents(stage.apis);
    await sendAll({ agents, requests: intentsOf(orderIds), connections: 20, spreadMs: 0 });
    await untilSettled(stage, patienceMs);
    const [agent] = agents;
    const buyer = await Caller.signIn(stage.apis, "buyer", buyerEmail);
    if (agent) await moveMoney(stage, agent, buyer, differences);
    const before = await compared(stage);
    const wanted: string[] = [];
    for (const difference of differences) wanted.push(await forge(stage, difference));
    const after = await compared(stage);
    const missed = wanted.filter((item) => !after.items.includes(item));
    const invented = [...before.items, ...after.items.filter((item) => !wanted.includes(item))];
    const kinds = new Set(differences.map(({ about, kind }) => `${about} ${kind}`)).size;
    return {
      number: "11",
      promise: "The books agree",
      figure: `${after.reported} entries reported, ${wanted.length} differences of ${kinds} kinds put into the provider's books: ${wanted.length - missed.length} named, ${invented.length} invented`,
      kept: missed.length === 0 && invented.length === 0 && wanted.length > 0,
      findings: [
        ...missed.map((item) => `missed: ${item}`),
        ...invented.map((item) => `invented: ${item}`),
      ].slice(0, 6),
    };
  } finally {
    await stage.close();
  }
}

/** Lets the platform compare, and reads what it found. */
async function compared(stage: Stage): Promise<{ reported: number; items: string[] }> {
  const runs =
    "SELECT reported, problem FROM reconciliation_runs WHERE finished_at IS NOT NULL ORDER BY started_at";
  const earlier = (await stage.rows(runs)).length;
  await stage.rows("SELECT graphile_worker.add_job('reconcile')");
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(200)) {
    const finished = await stage.rows<{ reported: number }>(runs);
    if (finished.length > earlier) {
      const items = await stage.rows<{ item: string }>(
        // One that was taken over bears an id of ours: it is named by the provider's.
        `SELECT about || ' ' || kind || ' ' || CASE WHEN about = 'CHARGEBACK' AND kind = 'DUPLICATE'
           THEN theirs_id ELSE subject END AS item FROM drift_items WHERE status = 'OPEN'`,
      );
      return { reported: finished.at(-1)?.reported ?? 0, items: items.map(({ item }) => item) };
    }
  }
  throw new Error("The platform did not compare its books.");
}
