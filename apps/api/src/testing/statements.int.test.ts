import { afterAll, beforeAll, expect, test } from "vitest";
import type { Providers } from "#modules/refund/exports/providers.js";
import { SandboxProvider } from "#modules/refund/exports/sandbox-provider.js";
import { submitRefund } from "#modules/refund/submit-refund.js";
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
let buyerId: string;
const orderIds: string[] = [];
const seen: string[] = [];

beforeAll(async () => {
  app = await startTestApp();
  await app.worker.stop();
  const { world } = app;
  const owner = { name: "Pedro", email: "pedro@shops.example" };
  const shop = await world.shop({ name: "Pedra", policy: "generous", owner });
  buyerId = await world.person("Ana", "ana@buyers.example");
  buyer = await app.client("buyer", buyerId);
  for (let count = 0; count < 30; count++) {
    const lines = [
      { title: "Bowl", quantity: 2, unitPriceMinor: 9_900, shippingMinor: 300 },
      { title: "Cup", quantity: 1, unitPriceMinor: 500 },
    ];
    const made = await world.purchase({ buyerId, orders: [{ shop, lines }] });
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
  const ofOrders = one.filter((statement) => /FROM "orders" "o"/.test(statement));
  expect(ofOrders).toHaveLength(1);
});

test("a cancellation with all its guarantees stays within 25 statements", async () => {
  await cancelOrder(orderIds[0]);
  const statements = await statementsOf(() => cancelOrder(orderIds[1]));
  expect(statements).toContain("COMMIT");
  expect(statements.length, statements.join("\n")).toBeLessThanOrEqual(25);
});

test("a refund over 29 payments opens and retries in as many statements as one over a single one", async () => {
  const single = await refundOver(1);
  const many = await refundOver(29);
  expect(many).toEqual(single);
});

/** What is written of parts and attempts when a refund over so many payments is sent, and sent again. */
async function refundOver(payments: number): Promise<{ opened: number; retried: number }> {
  const owner = { name: "Nina", email: `${freshKey()}@shops.example` };
  const shop = await app.world.shop({ name: "Nona", policy: "automatic", owner });
  const [order] = await app.world.purchase({
    buyerId,
    orders: [{ shop, lines: [{ title: "Vase", quantity: 1, unitPriceMinor: 29_000 }] }],
    payments: Array.from({ length: payments }, () => ({ testMethod: "instant" as const })),
  });
  const input = { orderId: order?.id, idempotencyKey: freshKey() };
  const { requestCancellation } = await buyer.ask(cancel, { input });
  const refundId: string = requestCancellation.cancellation.refund.id;

  const options = app.platform.config.providers.sandbox;
  if (!options) throw new Error("the tests have the sandbox's provider");
  const provider = new SandboxProvider(options);
  let sent = 0;
  let opened = 0;
  provider.createRefund = async () => {
    if (sent++ === 0) opened = writesOf(seen);
    return { kind: "REFUSED", reason: "card_closed" };
  };
  const providers: Providers = new Map([["sandbox", provider]]);
  seen.length = 0;
  await submitRefund(app.platform, providers, refundId);
  expect(sent).toBe(payments);
  const again = await statementsOf(async () => {
    const { retryRefund } = await buyer.ask(
      "mutation ($input: RetryRefundInput!) { retryRefund(input: $input) { __typename } }",
      { input: { refundId, idempotencyKey: freshKey() } },
    );
    expect(retryRefund.__typename).toBe("RefundSuccess");
  });
  return { opened, retried: writesOf(again) };
}

const writesOf = (statements: string[]): number =>
  statements.filter((sql) => /^(INSERT INTO|UPDATE) "refund_(attempts|allocations)"/.test(sql))
    .length;
