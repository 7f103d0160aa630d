import { setTimeout as sleep } from "node:timers/promises";
import { type Caller, signIn } from "./caller.js";
import { type Timing, timing } from "./measure.js";
import type { Api, Stand } from "./stand.js";

export interface LiveMeasured {
  name: string;
  subscribers: number;
  delay: Timing;
}

const timelineDocument = `subscription ($orderId: ID!) { orderTimeline(orderId: $orderId) {
  seq event { at sentence } order { id status } } }`;
const rounds = 50;

/** From just before a commit on one connection to what a client of another process receives. */
export async function measureLive(
  stand: Stand,
  api: Api,
  given: { subscribers: number },
): Promise<LiveMeasured[]> {
  const { world } = stand;
  const owner = { name: "Owner", email: `live${given.subscribers}@shops.example` };
  const shop = await world.shop({ name: "Live shop", policy: "generous", owner });
  const email = `live${given.subscribers}@buyers.example`;
  const buyerId = await world.person("Follows", email);
  const order = { shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 4_950 }] };
  const orderIds: string[] = [];
  for (let count = 0; count < given.subscribers; count++) {
    const [made] = await world.purchase({ buyerId, orders: [order] });
    if (made) orderIds.push(made.id);
  }
  const buyer = await signIn(api, "buyer", email);
  return [
    await measured(stand, buyer, "commit to client, each follows an order of its own", orderIds),
    await measured(
      stand,
      buyer,
      "commit to the last client, all follow one order",
      orderIds.map(() => orderIds[0] ?? ""),
    ),
  ];
}

/** Somebody subscribes to each of these orders; the first one changes again and again. */
async function measured(
  { pg }: Stand,
  buyer: Caller,
  name: string,
  orderIds: readonly string[],
): Promise<LiveMeasured> {
  const [changed] = orderIds;
  const expected = orderIds.filter((id) => id === changed).length;
  let received = 0;
  let lastAt = 0;
  const followers = orderIds.map((orderId) =>
    buyer.follow(timelineDocument, { orderId }, () => {
      received++;
      lastAt = performance.now();
    }),
  );
  await untilFollowed(async () => {
    await append(pg, changed ?? "");
    await sleep(500);
    const all = received >= expected;
    received = 0;
    return all;
  });
  const delays: number[] = [];
  for (let round = 0; round < rounds; round++) {
    received = 0;
    const began = performance.now();
    await append(pg, changed ?? "");
    while (received < expected) await sleep(1);
    delays.push(lastAt - began);
  }
  for (const { stop } of followers) stop();
  return { name, subscribers: orderIds.length, delay: timing(delays) };
}

const append = (pg: Stand["pg"], orderId: string) =>
  pg.query(
    `INSERT INTO timeline_events (order_id, at, kind, actor_kind, actor_id, data)
     VALUES ($1, now(), 'order.processing', 'SELLER', 'bench', '{}')`,
    [orderId],
  );

async function untilFollowed(all: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 60; tries++) if (await all()) return;
  throw new Error("not everybody was subscribed within 30 seconds");
}
