import { Client } from "pg";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let shop: MadeShop;
let ana: string;
let buyer: TestClient;

beforeAll(async () => {
  app = await startTestApp();
  shop = await app.world.shop({
    name: "S",
    policy: "automatic",
    owner: { name: "S", email: "s@x.example" },
  });
  ana = await app.world.person("Ana", "ana@x.example");
  buyer = await app.client("buyer", ana);
});
afterAll(() => app.close());

const timeline = `subscription ($id: ID!, $after: Int) { orderTimeline(orderId: $id, after: $after) { seq event { kind sentence } order { status } } }`;

async function newOrder(testMethod = "normal") {
  const lines = [{ title: "Vase", quantity: 1, unitPriceMinor: 700 }];
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines }],
    payments: [{ testMethod }],
  });
  return order?.id ?? "";
}
const cancel = (orderId: string) =>
  buyer.ask(documents.requestCancellation, { input: { orderId, idempotencyKey: freshKey() } });
const last = (kind: string) => (items: Answer[]) => items.at(-1)?.orderTimeline.event.kind === kind;

test("a subscriber cut off again and again gets every event once, in order", async () => {
  const id = await newOrder();
  const seen: number[] = [];
  const following = (async () => {
    for (let after = 0; ; ) {
      const items = await buyer.follow(timeline, { id, after }, () => true);
      after = items[0].orderTimeline.seq;
      seen.push(after);
      if (items[0].orderTimeline.event.kind === "cancellation.completed") return;
    }
  })();
  await cancel(id);
  await following;
  expect(seen).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
});

test("many subscribers of one order all see it to its end, live", async () => {
  const id = await newOrder();
  const following = Array.from({ length: 10 }, () =>
    buyer.follow(timeline, { id, after: 1 }, last("cancellation.completed")),
  );
  await cancel(id);
  for (const items of await Promise.all(following)) {
    expect(items.map((item) => item.orderTimeline.seq)).toEqual([2, 3, 4, 5, 6, 7, 8]);
  }
});

test("a hundred more subscribers of an order cost less than one statement each for an event", async () => {
  const statements = vi.spyOn(app.platform.database.logger, "logQuery");
  /** Until nobody has asked the database for anything for a while. */
  const quiet = async () => {
    for (let before = -1; before !== statements.mock.calls.length; ) {
      before = statements.mock.calls.length;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  };
  const costOf = async (readers: number) => {
    const id = await newOrder("instant");
    let there = 0;
    const following = Array.from({ length: readers }, () =>
      buyer.follow(timeline, { id, after: 0 }, (items) => {
        if (items.length === 1) there++;
        return last("cancellation.completed")(items);
      }),
    );
    await until(async () => expect(there).toBe(readers));
    await quiet();
    statements.mockClear();
    await cancel(id);
    await Promise.all(following);
    return statements.mock.calls.length;
  };
  const few = await costOf(2);
  const events = 7;
  expect((await costOf(102)) - few).toBeLessThan(100 * events);
  statements.mockRestore();
});

test("a shop's activity resumes by its cursor across orders, without gap or double", async () => {
  const seller = await app.client("seller", shop.ownerId);
  const activity = `subscription ($shop: ID!, $after: String) { shopActivity(shopId: $shop, after: $after) { cursor event { id kind } } }`;
  const orders = await Promise.all(Array.from({ length: 5 }, () => newOrder("instant")));
  const soFar = await seller.follow(activity, { shop: shop.id, after: "0.0" }, (got) =>
    got.at(-1).shopActivity.event.id.startsWith(orders.at(-1)),
  );
  const first = soFar.at(-1);
  await Promise.all(orders.map(cancel));
  const ids = new Set<string>();
  const over = (items: Answer[]) =>
    items.filter(({ shopActivity: { event } }) => event.kind === "cancellation.completed").length;
  let cursor = first.shopActivity.cursor;
  for (let completed = 0; completed < 5; ) {
    const items = await seller.follow(
      activity,
      { shop: shop.id, after: cursor },
      (got) => got.length >= 3 || completed + over(got) === 5,
    );
    completed += over(items);
    for (const { shopActivity } of items) {
      expect(ids.has(shopActivity.event.id)).toBe(false);
      ids.add(shopActivity.event.id);
      cursor = shopActivity.cursor;
    }
  }
  for (const id of orders) {
    const seqs = [...ids].filter((event) => event.startsWith(id)).length;
    expect(seqs).toBeGreaterThanOrEqual(7);
  }
});

test("an order's events keep their order across orders, whichever transaction began first", async () => {
  const orderId = await newOrder();
  const seller = await app.client("seller", shop.ownerId);
  const activity = `subscription ($shop: ID!, $after: String) { shopActivity(shopId: $shop, after: $after) { event { id kind } } }`;
  const { activityCursor } = await seller.ask("{ activityCursor }");
  const [early, late] = await Promise.all([0, 1].map(() => connected(app.env.DATABASE_URL)));
  const tell = (client: Client | undefined, reason: string) =>
    client?.query(
      `INSERT INTO timeline_events (order_id, at, kind, actor_kind, actor_id, reason, data)
       VALUES ($1, now(), 'order.processing', 'SYSTEM', 'system', $2, '{}')`,
      [orderId, reason],
    );
  await early?.query("BEGIN");
  await early?.query("SELECT pg_current_xact_id()");
  await tell(late, "the younger transaction, first");
  await tell(early, "the older one, after it");
  await early?.query("COMMIT");
  await Promise.all([early?.end(), late?.end()]);
  // The cursor stays below the oldest transaction of the whole server, so earlier events may come first.
  const told = (items: Answer[]) =>
    items.filter(({ shopActivity }) => shopActivity.event.kind === "order.processing");
  const items = await seller.follow(
    activity,
    { shop: shop.id, after: activityCursor },
    (got) => told(got).length === 2,
  );
  const numbers = told(items).map(({ shopActivity }) =>
    Number(shopActivity.event.id.split(":")[1]),
  );
  expect(numbers).toEqual([2, 3]);
});

async function connected(connectionString: string | undefined): Promise<Client> {
  const client = new Client({ connectionString });
  await client.connect();
  return client;
}

test("the desk hears of a question that is asked from now on", async () => {
  const agent = await app.client("support", await app.world.agent("Sol", "sol@desk.example"));
  const orderId = await newOrder();
  let heard = false;
  const following = agent
    .follow(
      `subscription { deskActivity { cursor event { kind caseId } } }`,
      {},
      (items) => items.at(-1).deskActivity.event.kind === "case.opened",
    )
    .finally(() => {
      heard = true;
    });
  // Who listens from now on does not tell when that is: it is asked until it is heard.
  const input = { orderId, topic: "OTHER", message: "Hello?" };
  while (!heard) {
    await buyer.ask(
      `mutation ($input: OpenCaseInput!) { openCase(input: $input) { __typename } }`,
      { input: { ...input, idempotencyKey: freshKey() } },
    );
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  const items = await following;
  expect(items.at(-1).deskActivity.event.caseId).toMatch(/^cas_/);
});
