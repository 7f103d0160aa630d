import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestApp, type TestApp } from "./test-app.js";
import { freshKey, type TestClient } from "./test-client.js";

const history = `query ($first: Int!) { orders(first: $first) {
  edges { cursor node { id number status financialStatus placedAt shop { id name }
    lines { id title quantity total { amountMinor } } totals { total { amountMinor currency } }
    nextAction { sentence deadline onTimeout } } }
  pageInfo { hasNextPage endCursor } } }`;
const cancel = `mutation ($input: RequestCancellationInput!) { requestCancellation(input: $input) {
  __typename ... on CancellationSuccess { cancellation { id status refund { id status promisedBy } } } } }`;

let app: TestApp;
let buyer: TestClient;
const orderIds: string[] = [];
const seen: string[] = [];

beforeAll(async () => {
  app = await startTestApp();
  await app.worker.stop();
  const { world } = app;
  const owner = { name: "Pedro", email: "pedro@shops.example" };
  const shop = await world.shop({ name: "Pedra", policy: "generous", owner });
  const ana = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", ana);
  for (let count = 0; count < 30; count++) {
    const lines = [
      { title: "Bowl", quantity: 2, unitPriceMinor: 9_900, shippingMinor: 300 },
      { title: "Cup", quantity: 1, unitPriceMinor: 500 },
    ];
    const made = await world.purchase({ buyerId: ana, orders: [{ shop, lines }] });
    orderIds.push(made[0]?.id ?? "");
  }
  const nothing = () => undefined;
  app.platform.database.logger = {
    logQuery: (sql) => void seen.push(sql),
    ...{ logQueryError: nothing, logQuerySlow: nothing, logSchemaBuild: nothing },
    ...{ logMigration: nothing, log: nothing },
  };
});
afterAll(() => app.close());

/** The SQL statements that some work sends, BEGIN and COMMIT among them. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  seen.length = 0;
  await work();
  return [...seen];
}

const cancelOrder = (orderId: string | undefined) =>
  buyer.ask(cancel, { input: { orderId, reasonCode: "CHANGED_MIND", idempotencyKey: freshKey() } });

test("a page of orders takes the same few statements, whatever its size", async () => {
  const [one, twenty, all] = [
    await statementsOf(() => buyer.ask(history, { first: 1 })),
    await statementsOf(() => buyer.ask(history, { first: 20 })),
    await statementsOf(() => buyer.ask(history, { first: 30 })),
  ];
  expect(one.length).toBeLessThanOrEqual(6);
  expect([twenty.length, all.length]).toEqual([one.length, one.length]);
});

test("a cancellation with all its guarantees stays within 25 statements", async () => {
  await cancelOrder(orderIds[0]);
  const statements = await statementsOf(() => cancelOrder(orderIds[1]));
  expect(statements).toContain("COMMIT");
  expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(25);
});
