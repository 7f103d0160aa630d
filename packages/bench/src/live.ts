import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { type Caller, signIn } from "./caller.js";
import { clockOffsetMs, committedAtMs } from "./commit-time.js";
import { type Timing, timing } from "./measure.js";
import { startRedis } from "./redis.js";
import type { Stand } from "./stand.js";

export interface LiveMeasured {
  name: string;
  /** How processes wake each other. */
  wakeUps: "NOTIFY" | "Redis";
  subscribers: number;
  /** From the commit to each client that follows the order. */
  delay: Timing & { maxMs: number };
}

interface Scene {
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

/**
 * From a commit of one API process, asked for by GraphQL, to the clients of another: over NOTIFY, and
 * over Redis where the machine has it.
 */
export async function measureLive(
  stand: Stand,
  given: { subscribers: number; rounds: number },
): Promise<LiveMeasured[]> {
  const measured = await over(stand, "NOTIFY", {}, given);
  const redis = await startRedis();
  if (!redis) return measured;
  try {
    return [...measured, ...(await over(stand, "Redis", { REDIS_URL: redis.url }, given))];
  } finally {
    await redis.stop();
  }
}

async function over(
  stand: Stand,
  wakeUps: LiveMeasured["wakeUps"],
  env: Record<string, string>,
  { subscribers, rounds }: { subscribers: number; rounds: number },
): Promise<LiveMeasured[]> {
  const { world } = stand;
  const at = (name: string) => `${name}-${wakeUps}@live.example`;
  const shop = await world.shop({
    name: "Live shop",
    policy: "generous",
    owner: { name: "Owner", email: at("owner") },
  });
  const buyerId = await world.person("Follows", at("buyer"));
  await world.agent("Gives back", at("agent"), "ADMIN");
  const order = { shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 495_000 }] };
  const orderIds: string[] = [];
  for (let count = 0; count < subscribers; count++) {
    const [made] = await world.purchase({ buyerId, orders: [order] });
    if (made) orderIds.push(made.id);
  }
  const start = () => stand.startApi({ JOBS: "off", ...env });
  const [ofClients, ofCommits] = await Promise.all([start(), start()]);
  try {
    const buyer = await signIn(ofClients, "buyer", at("buyer"));
    const agent = await signIn(ofCommits, "support", at("agent"));
    const scene = { stand, wakeUps, buyer, agent, rounds };
    const [one = ""] = orderIds;
    return [
      await followed(scene, "each follows an order of its own, one changes", orderIds),
      await followed(
        scene,
        "all follow the order that changes",
        orderIds.map(() => one),
      ),
    ];
  } finally {
    await ofClients.stop();
    await ofCommits.stop();
  }
}

/** Somebody subscribes to each of these orders; the first one changes again and again. */
async function followed(
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
