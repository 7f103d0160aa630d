import { setTimeout as sleep } from "node:timers/promises";
import { deskActivity, eventOf } from "../load/followed.js";
import { agentEmails, makeOrders, makePeople } from "../load/people.js";
import { intentsOf, orderMinor, sendAll, signInAgents } from "../load/refund-load.js";
import { Caller } from "../stage/caller.js";
import type { DatabaseServer } from "../stage/database-server.js";
import { percentile, residentMb } from "../stage/memory.js";
import { openStage } from "../stage/stage.js";
import { type Got, Subscriber } from "../stage/subscriber.js";
import type { Outcome } from "./outcome.js";

const resumeCode = 4290;
const mostGrowthMb = 96;
/** The API gives a socket that stands still eight seconds, once its system has taken what it can. */
const stuckMs = 18_000;
/** How long it may take to read what it missed. */
const catchUpMs = 120_000;
/** Equal operations on the slow one's socket, so that it fills. */
const operations = 2;

export interface SlowTrial {
  orders: number;
  others: number;
  spreadMs: number;
  /** Whether the others' delay decides, too: not where other work on the machine delays everybody. */
  alone: boolean;
}

/** A slow subscriber hurts nobody: closed to resume, at bounded cost, others as quick as before. */
export async function slowHurtsNobody(
  server: DatabaseServer,
  { orders, others, spreadMs, alone }: SlowTrial,
): Promise<Outcome> {
  const stage = await openStage({ server });
  const followers: Subscriber[] = [];
  try {
    const orderIds = await stage.prepare(async (world) =>
      makeOrders(world, await makePeople(world), orders, orderMinor),
    );
    const [api] = stage.apis;
    const agent = await Caller.signIn(stage.apis, "support", agentEmails[0]);
    const cursorNow = async () =>
      String((await agent.ask("{ activityCursor }", {})).answer.data?.activityCursor);
    const start = await cursorNow();
    const normal = Array.from(
      { length: others },
      () => new Subscriber([api], agent.headers, deskActivity(start, false)),
    );
    followers.push(...normal);
    const agents = await signInAgents(stage.apis);
    const half = Math.floor(orderIds.length / 2);
    const load = (ids: string[]) =>
      sendAll({ agents, requests: intentsOf(ids), connections: 10, spreadMs });
    const delaysDuring = async (ids: string[]) => {
      const from = normal.map(({ items }) => items.length);
      await load(ids);
      await sleep(1_000);
      return normal.flatMap(({ items }, index) => items.slice(from[index]).map(delayOf));
    };

    const before = await delaysDuring(orderIds.slice(0, half));
    const memoryBefore = residentMb(api.pid);
    // From here on: one that had read much before would be given room for much by its system.
    const cursor = await cursorNow();
    const slow = new Subscriber([api], agent.headers, deskActivity(cursor, true), operations);
    followers.push(slow);
    while (!slow.connected) await sleep(20);
    await sleep(500);
    slow.pause();
    const during = await delaysDuring(orderIds.slice(half));
    await sleep(stuckMs);
    const grownMb = residentMb(api.pid) - memoryBefore;
    slow.resume();
    const [count] = await stage.rows<{ n: number }>(
      "SELECT count(*)::int AS n FROM timeline_events WHERE (xid, position) > ($1::bigint, $2::bigint)",
      cursor.split("."),
    );
    const all = () => new Set(slow.items.map(({ data }) => eventOf(data).id)).size;
    for (const end = Date.now() + catchUpMs; all() < (count?.n ?? 0) && Date.now() < end; ) {
      await sleep(100);
    }
    const missed = (count?.n ?? 0) - all();
    const doubled = slow.items.length - all();
    const toResume = slow.closeCodes[0] === resumeCode;
    const [p95Before, p95During] = [percentile(before, 0.95), percentile(during, 0.95)];
    // Twice is what a busy machine does by itself; a reader that holds up others holds them for seconds.
    const unhurt = !alone || p95During <= Math.max(2 * p95Before, p95Before + 250);
    return {
      number: "5",
      promise: "A slow subscriber hurts nobody",
      figure: `closed with ${slow.closeCodes[0] ?? "nothing"}; ${missed} missed and ${doubled} double after resuming; others' delay p95 ${p95Before} ms before, ${p95During} ms beside it; memory ${grownMb >= 0 ? "+" : ""}${grownMb} MB`,
      kept: toResume && missed === 0 && doubled === 0 && unhurt && grownMb <= mostGrowthMb,
      findings: [
        ...(toResume ? [] : [`closed with ${slow.closeCodes}`]),
        ...(unhurt ? [] : ["others waited longer"]),
        ...(grownMb <= mostGrowthMb ? [] : ["memory grew"]),
        ...(missed + doubled === 0 ? [] : ["it did not resume exactly"]),
      ],
    };
  } finally {
    for (const each of followers) each.resume();
    await Promise.all(followers.map((each) => each.stop()));
    await stage.close();
  }
}

/** From the moment the command began to the moment a client has its event. Milliseconds. */
const delayOf = ({ data, atMs }: Got) => atMs - new Date(eventOf(data).at).getTime();
