import { fileURLToPath } from "node:url";
import { initialTerms } from "@makegood/domain/ledger/money-terms";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sandboxProvider } from "#modules/refund/exports/providers.js";
import { newId } from "#platform/ids.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { importOlist } from "./import-olist.js";

const refundOnBehalf = `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) {
  __typename ... on RefundSuccess { refund { id amount { amountMinor currency }
    allocations { amount { amountMinor currency } payment { id method } } } } } }`;

let app: TestApp;
let agent: TestClient;
let ana: string;
beforeAll(async () => {
  app = await startTestApp();
  ana = await app.world.person("Ana", "ana@allocation.test");
  agent = await app.client("support", await app.world.agent("Sol", "sol@allocation.test", "ADMIN"));
});
afterAll(() => app.close());

async function giveBack(orderId: string, amountMinor: number): Promise<Answer> {
  const input = { orderId, amountMinor, reason: "As agreed.", idempotencyKey: freshKey() };
  return (await agent.ask(refundOnBehalf, { input })).refundOnBehalf.refund;
}
const paymentsOf = (orderId: string): Promise<Record<"captured" | "refunded", number>[]> =>
  app.platform.database.query(
    `SELECT p.captured_minor::int AS captured, p.refunded_minor::int AS refunded FROM payments p
     JOIN orders o ON o.purchase_id = p.purchase_id WHERE o.id = $1 ORDER BY p.position`,
    [orderId],
  );

describe("a purchase with 29 payments", () => {
  test("FIELD 18: refunds exactly, in any parts, each to where it came from", async () => {
    const folder = fileURLToPath(new URL("../../testing/olist-sample", import.meta.url));
    const { platform } = app;
    const options = { shiftToNow: true, progress: () => undefined };
    await importOlist(platform, sandboxProvider(platform.config), folder, options);
    const [order] = await platform.database.query(
      `SELECT o.id, o.captured_minor::int AS captured FROM orders o
       JOIN purchases p ON p.id = o.purchase_id WHERE p.external_id = 'olist:o13'`,
    );
    expect(await paymentsOf(order.id)).toHaveLength(29);
    let left = order.captured;
    for (const part of [1, 77, 3_333, 12_345]) {
      await giveBack(order.id, part);
      left -= part;
    }
    await giveBack(order.id, left);
    await until(async () => {
      for (const { captured, refunded } of await paymentsOf(order.id))
        expect(refunded).toBe(captured);
    });
    const [books] = await platform.database.query(
      `SELECT SUM(e.amount_minor)::int AS clearing FROM ledger_entries e
       JOIN ledger_transactions t ON t.id = e.transaction_id
       WHERE t.order_id = $1 AND e.account = 'PROVIDER_CLEARING'`,
      [order.id],
    );
    expect(books.clearing).toBe(0);
  });
});

describe("which payment is refunded first", () => {
  test.each([
    ["VOUCHERS_FIRST", [500, 67, 33]],
    ["PROPORTIONAL", [150, 300, 150]],
    ["NEWEST_FIRST", [0, 100, 500]],
  ] as const)("follows the terms it was bought under: %s", async (allocation, expected) => {
    const owner = { name: "Owner", email: `${allocation}@allocation.test` };
    const shop = await app.world.shop({ name: allocation, policy: "generous", owner });
    const terms = { ...initialTerms, allocation };
    await app.platform.database.query(
      `INSERT INTO money_terms (id, shop_id, number, published_at, in_force_from, rules)
       VALUES ($1, $2, 1, $3, $3, $4)`,
      [newId("moneyTerms"), shop.id, app.platform.clock.now(), terms],
    );
    const [order] = await app.world.purchase({
      buyerId: ana,
      currency: "KWD",
      orders: [{ shop, lines: [{ title: "Rug", quantity: 1, unitPriceMinor: 2_000 }] }],
      payments: [
        { method: "VOUCHER", weight: 1 },
        { method: "CARD", weight: 2 },
        { method: "WALLET", weight: 1 },
      ],
    });
    const refund = await giveBack(order?.id ?? "", 600);
    const methods = ["VOUCHER", "CARD", "WALLET"];
    const given = methods.map(
      (method) =>
        refund.allocations.find(({ payment }: Answer) => payment.method === method)?.amount
          .amountMinor ?? 0,
    );
    expect(given).toEqual(expected);
  });

  test("FIELD 17: the currency is the capture's, whatever it is asked in", async () => {
    const owner = { name: "Owner", email: "yen@allocation.test" };
    const shop = await app.world.shop({ name: "Yen", policy: "generous", owner });
    const [order] = await app.world.purchase({
      buyerId: ana,
      currency: "JPY",
      orders: [{ shop, lines: [{ title: "Tea", quantity: 1, unitPriceMinor: 1_000 }] }],
    });
    const refund = await giveBack(order?.id ?? "", 600);
    expect(refund.amount).toEqual({ amountMinor: 600, currency: "JPY" });
    const { errors } = await agent.send(refundOnBehalf, {
      input: {
        orderId: order?.id,
        amountMinor: 1,
        currency: "USD",
        reason: "x",
        idempotencyKey: freshKey(),
      },
    });
    expect(errors[0]).toMatchObject({
      message: expect.stringContaining("currency"),
      extensions: { code: "BAD_USER_INPUT" },
    });
  });
});
