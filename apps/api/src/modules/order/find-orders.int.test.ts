import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let app: TestApp;
let buyer: TestClient;
let seller: TestClient;
let agent: TestClient;
let shopId: string;
let lamp: string;

const find = async (client: TestClient, search: string): Promise<string[]> =>
  (
    await client.ask(
      "query ($search: String!) { orders(filter: { search: $search }) { edges { node { id } } } }",
      { search },
    )
  ).orders.edges.map(({ node }: Answer) => node.id);

beforeAll(async () => {
  app = await startTestApp();
  const { world } = app;
  const owner = { name: "Zoé", email: "zoe@shops.example" };
  const shop = await world.shop({ name: "Café São João", policy: "automatic", owner });
  shopId = shop.id;
  const ana = await world.person("Conceição Araújo", "conceicao.a@buyers.example");
  buyer = await app.client("buyer", ana);
  seller = await app.client("seller", shop.ownerId);
  agent = await app.client("support", await world.agent("Sol", "sol@desk.example"));
  const order = async (title: string) =>
    (
      await world.purchase({
        buyerId: ana,
        placedAt: new Date(Date.now() - 30 * 86_400_000),
        orders: [{ shop, lines: [{ title, quantity: 1, unitPriceMinor: 9_900 }] }],
        payments: [{ testMethod: "instant" }],
      })
    )[0]?.id ?? "";
  lamp = await order("Luminária de pé");
  await order("Tapete");
  await seller.ask(documents.shipOrder, {
    input: {
      orderId: lamp,
      carrier: "Correios",
      trackingNumber: "AA473124829BR",
      idempotencyKey: freshKey(),
    },
  });
});
afterAll(() => app.close());

describe("orders are found", () => {
  test.each(["luminaria", "LUMINÁRIA pe", "luminária conceição", "araujo luminaria"])(
    "by words with accents or without: %s",
    async (search) => {
      for (const client of [buyer, seller, agent])
        expect(await find(client, search)).toEqual([lamp]);
    },
  );

  test.each(["AA473124829BR", "aa 473 124 829 br", "aa4731"])(
    "by the parcel's number as people have it: %s",
    async (search) => {
      for (const client of [buyer, seller, agent])
        expect(await find(client, search)).toEqual([lamp]);
    },
  );

  test("by the shop's name", async () => {
    expect(await find(buyer, "cafe sao joao")).toHaveLength(2);
    expect(await find(buyer, "cafe luminaria")).toEqual([lamp]);
  });

  test("by the buyer's e-mail address by agents alone", async () => {
    expect(await find(agent, "conceicao.a@buyers.example")).toHaveLength(2);
    expect(await find(seller, "conceicao.a@buyers.example")).toEqual([]);
  });

  test("by the reference of a refund, and by the provider's charge by agents alone", async () => {
    await agent.ask(
      "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }",
      { input: { orderId: lamp, amountMinor: 500, reason: "Late.", idempotencyKey: freshKey() } },
    );
    const reference = await until(async () => {
      const [row] = await app.platform.database.query(
        "SELECT trace_value AS value FROM refund_allocations WHERE order_id = $1",
        [lamp],
      );
      expect(row?.value).toBeTruthy();
      return row.value as string;
    });
    expect(await find(buyer, reference)).toEqual([lamp]);
    expect(await find(buyer, reference.slice(0, -1))).toEqual([]);
    const [{ charge }] = await app.platform.database.query(
      `SELECT p.provider_charge_id AS charge FROM payments p JOIN orders o ON o.purchase_id = p.purchase_id
       WHERE o.id = $1`,
      [lamp],
    );
    expect(await find(agent, charge)).toEqual([lamp]);
    expect(await find(buyer, charge)).toEqual([]);
  });

  test("in the shop's work and in the desk's cases by the same", async () => {
    const { workQueue } = await seller.ask(
      "query ($shopId: ID!, $search: String!) { workQueue(shopId: $shopId, search: $search) { totalCount } }",
      { shopId, search: "conceicao tapete" },
    );
    expect(workQueue.totalCount).toBe(1);
    await buyer.ask(
      "mutation ($input: OpenCaseInput!) { openCase(input: $input) { __typename } }",
      {
        input: { orderId: lamp, topic: "OTHER", message: "Where?", idempotencyKey: freshKey() },
      },
    );
    for (const search of ["aa473124829br", "conceição", "conceicao.a@buyers", "sao joao"]) {
      const { cases } = await agent.ask(
        "query ($search: String!) { cases(search: $search) { edges { node { order { id } } } } }",
        { search },
      );
      expect(cases.edges.map(({ node }: Answer) => node.order.id)).toEqual([lamp]);
    }
  });

  test("literally, whatever signs they have", async () => {
    for (const search of ["%", "_", "\\", "' OR 1=1 --", "100%"]) {
      expect(await find(agent, search)).toEqual([]);
    }
  });
});

test("an order that is weeks late is marked as such and needs attention", async () => {
  const query = `{ orders(filter: { needsAttention: true }) { edges { node { lines { title } nextAction { kind isOverdue } } } } }`;
  const { orders } = await buyer.ask(query);
  expect(orders.edges.map(({ node }: Answer) => node)).toContainEqual({
    lines: [{ title: "Tapete" }],
    nextAction: { kind: "PACK_AND_SHIP", isOverdue: true },
  });
});
