import { afterAll, beforeAll, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";

let app: TestApp;
let shop: MadeShop;
let seller: TestClient;
let other: TestClient;
let agent: TestClient;
let ana: string;

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const owner = { name: "Vi", email: "vi@shops.example" };
  shop = await world.shop({ name: "Views", policy: "asksSeller", owner });
  const next = { name: "Ned", email: "ned@shops.example" };
  const elsewhere = await world.shop({ name: "Next", policy: "asksSeller", owner: next });
  seller = await app.client("seller", shop.ownerId);
  other = await app.client("seller", elsewhere.ownerId);
  agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
  ana = await world.person("Ana", "ana@buyers.example");
});
afterAll(() => app.close());

const save = async (client: TestClient, name: string, search: string, place = "QUEUE") =>
  (
    await client.ask(
      `mutation ($input: SaveViewInput!) { saveView(input: $input) { __typename ... on SaveViewSuccess { views { id name search } } ... on InvalidInput { field } } }`,
      { input: { place, name, search, idempotencyKey: freshKey() } },
    )
  ).saveView;
const forget = async (client: TestClient, viewId: string) =>
  (
    await client.ask(
      `mutation ($input: ForgetViewInput!) { forgetView(input: $input) { __typename ... on SaveViewSuccess { views { name } } } }`,
      { input: { viewId, idempotencyKey: freshKey() } },
    )
  ).forgetView;
const views = async (client: TestClient) =>
  (await client.ask(`{ savedViews(place: QUEUE) { name search } }`)).savedViews;

test("a view is its owner's alone, replaced by its name, and forgotten", async () => {
  const { views: kept } = await save(seller, "Today", "within=24");
  expect(kept).toMatchObject([{ name: "Today", search: "within=24" }]);
  await save(seller, "Today", "kind=SHIP_ORDER&within=24");
  expect(await views(seller)).toEqual([{ name: "Today", search: "kind=SHIP_ORDER&within=24" }]);
  expect(await views(other)).toEqual([]);
  expect((await forget(other, kept[0].id)).__typename).toBe("NotFound");
  expect((await forget(seller, kept[0].id)).views).toEqual([]);
});

test("a view needs a name, and is of a place one works in; twenty are enough", async () => {
  expect((await save(seller, " ", "q=a")).__typename).toBe("InvalidInput");
  expect((await save(seller, "Mine", "view=MINE", "INBOX")).__typename).toBe("PersonNotAllowed");
  expect((await save(agent, "Mine", "view=MINE", "INBOX")).__typename).toBe("SaveViewSuccess");
  for (let count = 0; count < 20; count++) await save(other, `View ${count}`, `q=${count}`);
  expect(await save(other, "One more", "q=x")).toEqual({
    __typename: "InvalidInput",
    field: "name",
  });
  expect((await save(other, "View 3", "q=y")).__typename).toBe("SaveViewSuccess");
});

test("the queue is filtered by kind, by what is due soon and by words, and counts what it shows", async () => {
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
  for (const [title, shipBy] of [
    ["Blue 100% bowl", hours(5)],
    ["Red bowl", hours(100)],
  ] as const) {
    const lines = [{ title, quantity: 1, unitPriceMinor: 1_000 }];
    const [order] = await app.world.purchase({ buyerId: ana, orders: [{ shop, lines }] });
    await app.platform.database.query(
      "UPDATE orders SET ship_by = $2, status = 'AWAITING_SHIPMENT' WHERE id = $1",
      [order?.id, shipBy],
    );
  }
  const queue = async (filter: object): Promise<string[]> => {
    const { workQueue } = await seller.ask(
      `query ($shopId: ID!, $withinHours: Int, $search: String, $kinds: [QueueItemKind!]) { workQueue(shopId: $shopId, withinHours: $withinHours, search: $search, kinds: $kinds) { totalCount edges { node { order { lines { title } } } } } }`,
      { shopId: shop.id, ...filter },
    );
    expect(workQueue.totalCount).toBe(workQueue.edges.length);
    return workQueue.edges.map(({ node }: Answer) => node.order.lines[0].title);
  };
  expect(await queue({})).toEqual(["Blue 100% bowl", "Red bowl"]);
  expect(await queue({ withinHours: 24 })).toEqual(["Blue 100% bowl"]);
  expect(await queue({ search: "RED" })).toEqual(["Red bowl"]);
  expect(await queue({ search: "100%" })).toEqual(["Blue 100% bowl"]);
  expect(await queue({ search: "_" })).toEqual([]);
  expect(await queue({ kinds: ["DECIDE_RETURN"] })).toEqual([]);
});
