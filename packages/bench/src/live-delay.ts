import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { Caller } from "./caller.js";
import { clockOffsetMs, committedAtMs } from "./commit-time.js";
import { type Timing, timing } from "./measure.js";
import type { Stand } from "./stand.js";

export interface LiveMeasured {
  name: string;
  /** How processes wake each other. */
  wakeUps: "NOTIFY" | "Redis";
  subscribers: number;
  /** From the commit to each client that follows the order. */
  delay: Timing & { maxMs: number };
}

export interface Scene {
  stand: Stand;
  wakeUps: LiveMeasured["wakeUps"];
  /** Follows at one process. */
  buyer: Caller;
  /** Gives back at the other. */
  agent: Caller;
  rounds: number;
}

const timelineDocument = `subscription ($orderId: ID!) { orderTimeline(orderId: $orderId) {
  seq event { at sentence } order { id status } } }`;
const refundDocument = `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) {
  __typename ... on RefundSuccess { refund { timelineSeq } } ... on Refusal { message } } }`;

/** Somebody subscribes to each of these orders; the first one changes again and again. */
export async function followed(
  { stand, wakeUps, buyer, agent, rounds }: Scene,
  name: string,
  orderIds: readonly string[],
): Promise<LiveMeasured> {
  const { pg } = stand;
  const [changed = ""] = orderIds;
  const expected = orderIds.filter((id) => id === changed).length;
  const receipts = new Map<number, number[]>();
  const received = (seq: number) => receipts.get(seq)?.length ?? 0;
  const followers = orderIds.map((orderId) =>
    buyer.follow(timelineDocument, { orderId }, ({ orderTimeline }) => {
      const at = performance.now();
      const { seq } = orderTimeline as { seq: number };
      const known = receipts.get(seq);
      if (known) known.push(at);
      else receipts.set(seq, [at]);
    }),
  );
  const all = async (seq: number, tries: number) => {
    for (let left = tries; left > 0 && received(seq) < expected; left--) await sleep(2);
    return received(seq) >= expected;
  };
  let everybody = false;
  for (let tries = 0; tries < 60 && !everybody; tries++) {
    everybody = await all(await giveBack(agent, changed), 250);
  }
  if (!everybody) throw new Error("not everybody was subscribed within 30 seconds");
  const offset = await clockOffsetMs(pg);
  const delays: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const seq = await giveBack(agent, changed);
    if (!(await all(seq, 15_000))) throw new Error("an event did not reach everybody");
    const committed = (await committedAtMs(pg, changed, seq)) - offset;
    delays.push(...(receipts.get(seq) ?? []).map((at) => at - committed));
  }
  for (const { stop } of followers) stop();
  const delay = { ...timing(delays), maxMs: Math.max(...delays) };
  return { name, wakeUps, subscribers: orderIds.length, delay };
}

/** Gives one minor unit of an order back; the number of the last event that this told. */
async function giveBack(agent: Caller, orderId: string): Promise<number> {
  const input = { orderId, amountMinor: 1, reason: "Measured.", idempotencyKey: randomUUID() };
  const { refundOnBehalf } = await agent.ask(refundDocument, { input });
  const { refund } = refundOnBehalf as { refund?: { timelineSeq: number } };
  if (!refund) throw new Error(JSON.stringify(refundOnBehalf));
  return refund.timelineSeq;
}
