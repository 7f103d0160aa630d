import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { MadeShop } from "../../scenario/made-shop.js";
import { approveNewest, secondPerson } from "../../testing/second-person.js";
import { startTestApp, type TestApp } from "../../testing/test-app.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { runDeadline, sendTask } from "./exports/payout-schedule.js";
import { payoutTasks } from "./exports/payout-tasks.js";
import { type ShopBank, sandboxBank, type TransferAnswer } from "./exports/shop-bank.js";

const day = 86_400_000;
const balancesOf = `query ($shopId: ID!) {
  shopBalances(shopId: $shopId) { balance { amountMinor currency } pending { amountMinor }
    frozen { amountMinor } payable { amountMinor } nextPayoutAt holds { reason order { id } amount { amountMinor } } }
  payouts(shopId: $shopId) { edges { node { id status amount { amountMinor } balance { amountMinor } payable { amountMinor }
    reference failureReason sentence } } }
  shopStatement(shopId: $shopId, currency: "BRL") { closing { amountMinor } edges { node { amount { amountMinor } balance { amountMinor } } } } }`;
const refund = `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }`;
const settle = `mutation ($input: SettlePayoutInput!) { settlePayout(input: $input) {
  __typename ... on PayoutSuccess { payout { status reference } } ... on Refusal { message } } }`;

let app: TestApp;
let ana: string;
let agent: TestClient;
let lead: TestClient;
let run: (bank?: ShopBank) => Promise<void>;
beforeAll(async () => {
  app = await startTestApp();
  // Its worker would hand payouts to the sandbox's bank before the tests' banks get them.
  await app.worker.stop();
  const { world, platform } = app;
  ana = await world.person("Ana", "ana@payouts.test");
  agent = await app.client("support", await world.agent("Sol", "sol@payouts.test"));
  lead = await app.client("support", await world.agent("Lea", "lea@payouts.test", "LEAD"));
  let runs = 0;
  run = async (bank = sandboxBank) => {
    const dueAt = new Date(platform.clock.now().getTime() + ++runs).toISOString();
    const tasks = payoutTasks(bank);
    await tasks[runDeadline]?.(platform, { dueAt });
    await tasks[sendTask]?.(platform, {});
  };
});
afterAll(() => app.close());

let shops = 0;
/** A shop with one delivered order of 100.00 and 10.00 shipping, old enough to be paid out. */
async function sold({ daysAgo = 30, status = "DELIVERED" as const } = {}) {
  const owner = { name: "Owner", email: `owner${++shops}@payouts.test` };
  const shop = await app.world.shop({ name: `Shop ${shops}`, policy: "generous", owner });
  const seller = await app.client("seller", shop.ownerId);
  const orderId = await order(shop, daysAgo, status);
  return { shop, seller, orderId };
}
async function order(shop: MadeShop, daysAgo: number, status: "DELIVERED" | "SHIPPED") {
  const placedAt = new Date(app.platform.clock.now().getTime() - daysAgo * day);
  const lines = [{ title: "Mug", quantity: 1, unitPriceMinor: 10_000, shippingMinor: 1_000 }];
  const orders = [{ shop, lines, status, deliveredAt: placedAt }];
  const [made] = await app.world.purchase({ buyerId: ana, placedAt, orders });
  return made?.id ?? "";
}
const earned = 11_000 - 1_200 - (319 + 39);

async function money(client: TestClient, { id }: { id: string }) {
  const { shopBalances, payouts, shopStatement } = await client.ask(balancesOf, { shopId: id });
  const list: Answer[] = payouts.edges.map(({ node }: Answer) => node);
  return { balance: shopBalances[0], payouts: list, statement: shopStatement };
}
const giveBack = (orderId: string, amountMinor: number) =>
  agent.ask(refund, {
    input: { orderId, amountMinor, reason: "Late.", idempotencyKey: freshKey() },
  });

describe("a payout", () => {
  test("FIELD 12: sends what a sale left after commission and fees, and moves with every refund", async () => {
    const { shop, seller, orderId } = await sold();
    expect((await money(seller, shop)).balance).toMatchObject({
      balance: { amountMinor: earned, currency: "BRL" },
      payable: { amountMinor: earned },
    });
    await giveBack(orderId, 5_500);
    // Half comes back: half the items, half the shipping, and with it half the commission.
    const half = earned - 5_500 + 600;
    expect((await money(seller, shop)).balance.payable.amountMinor).toBe(half);
    await run();
    const { balance, payouts, statement } = await money(seller, shop);
    expect(payouts[0]).toMatchObject({ status: "PAID", amount: { amountMinor: half } });
    expect(payouts[0].reference).toMatch(/^SANDBOX-/);
    expect(balance.balance.amountMinor).toBe(0);
    expect(statement.edges.map(({ node }: Answer) => node.balance.amountMinor)).toEqual([
      0,
      half,
      earned,
    ]);
  });

  test("waits for fresh sales and parcels on their way", async () => {
    const { shop, seller } = await sold({ daysAgo: 2 });
    await order(shop, 30, "SHIPPED");
    await run();
    const { balance, payouts } = await money(seller, shop);
    expect(balance.pending.amountMinor).toBe(2 * earned);
    expect(payouts).toEqual([]);
  });

  test("counts no part of a fresh sale early, whatever becomes of its refunds", async () => {
    const { shop, seller, orderId } = await sold({ daysAgo: 2 });
    await giveBack(orderId, 3_000);
    const { balance } = await money(seller, shop);
    expect(balance.payable.amountMinor).toBe(0);
    expect(balance.pending.amountMinor).toBe(balance.balance.amountMinor);
    const [{ late }] = await app.platform.database.query(
      `SELECT count(*)::int AS late FROM ledger_transactions t JOIN ledger_transactions c
         ON c.order_id = t.order_id AND c.kind = 'CAPTURE' AND t.available_at < c.available_at`,
    );
    expect(late).toBe(0);
  });

  test("carries over what a shop owes, until its sales make up for it", async () => {
    const { shop, seller, orderId } = await sold();
    await run();
    await giveBack(orderId, 11_000);
    await run();
    const owes = -11_000 + 1_200;
    expect((await money(seller, shop)).payouts[0]).toMatchObject({
      status: "CARRIED_OVER",
      amount: { amountMinor: 0 },
      balance: { amountMinor: owes },
      payable: { amountMinor: owes },
    });
    await order(shop, 30, "DELIVERED");
    await order(shop, 30, "DELIVERED");
    await run();
    expect((await money(seller, shop)).payouts[0].amount.amountMinor).toBe(2 * earned + owes);
    // Its owner was told of each, once.
    const mails: { subject: string }[] = await app.platform.database.query(
      `SELECT e.subject FROM emails e JOIN people p ON p.email = e.to_address
       WHERE p.id = $1 AND e.body LIKE '%/seller/money%' ORDER BY e.id`,
      [shop.ownerId],
    );
    const told = mails.map(({ subject }) => subject.replace(/^[^:]*: /, "").slice(0, 12));
    expect(told).toEqual(["A payout of ", "Nothing is p", "A payout of "]);
  });

  test("goes out once, however often and at once its run is done", async () => {
    const { shop, seller } = await sold();
    const dueAt = new Date(app.platform.clock.now().getTime() + 60_000).toISOString();
    const tasks = payoutTasks(sandboxBank);
    await Promise.all([1, 2, 3].map(() => tasks[runDeadline]?.(app.platform, { dueAt })));
    await run();
    const { payouts, balance } = await money(seller, shop);
    expect(payouts.map(({ amount }: Answer) => amount.amountMinor)).toEqual([earned]);
    expect(balance.balance.amountMinor).toBe(0);
  });

  test("that the bank refuses is on the balance again and goes with the next one", async () => {
    const { shop, seller } = await sold();
    await run({
      transfer: (): Promise<TransferAnswer> =>
        Promise.resolve({ kind: "REFUSED", reason: "account closed" }),
    });
    const failed = await money(seller, shop);
    expect(failed.payouts[0]).toMatchObject({ status: "FAILED", failureReason: "account closed" });
    expect(failed.balance.payable.amountMinor).toBe(earned);
    await run();
    expect((await money(seller, shop)).payouts.map(({ status }: Answer) => status)).toEqual([
      "PAID",
      "FAILED",
    ]);
  });

  test("by hand is recorded by two leads, once, and by nobody below", async () => {
    const { shop, seller } = await sold();
    await run({ transfer: () => Promise.resolve({ kind: "BY_HAND" }) });
    const [{ id: payoutId, status }] = (await money(seller, shop)).payouts;
    expect(status).toBe("SCHEDULED");
    const input = { payoutId, outcome: "PAID", note: "E2E-77", idempotencyKey: freshKey() };
    expect((await agent.ask(settle, { input })).settlePayout.__typename).toBe("PersonNotAllowed");
    expect((await seller.ask(settle, { input })).settlePayout.__typename).toBe("PersonNotAllowed");
    const asked = (await lead.ask(settle, { input })).settlePayout;
    expect(asked.__typename).toBe("ApprovalRequired");
    expect((await money(seller, shop)).payouts[0].status).toBe("SCHEDULED");
    await approveNewest(await secondPerson(app));
    expect((await money(seller, shop)).payouts[0]).toMatchObject({
      status: "PAID",
      reference: "E2E-77",
    });
    const again = await lead.ask(settle, { input: { ...input, idempotencyKey: freshKey() } });
    expect(again.settlePayout.__typename).toBe("NotInThisState");
  });
});

describe("the database", () => {
  test("refuses a payout without its posting, and any other amount later", async () => {
    const { shop } = await sold();
    const { database } = app.platform;
    await expect(
      database.query(
        `INSERT INTO payouts (id, shop_id, status, amount_minor, currency, run_at, balance_minor, pending_minor, frozen_minor)
         VALUES ('pyt_forged', $1, 'SCHEDULED', 100, 'BRL', now(), 100, 0, 0)`,
        [shop.id],
      ),
    ).rejects.toThrow(/not what was posted/);
    await run();
    await expect(database.query("UPDATE payouts SET amount_minor = 1")).rejects.toThrow(
      /keeps its/,
    );
    await expect(database.query("DELETE FROM payouts")).rejects.toThrow(/never deleted/);
  });
});

test("strangers see no shop's money", async () => {
  const { shop } = await sold();
  const { seller: other } = await sold();
  const buyer = await app.client("buyer", ana);
  for (const client of [other, buyer]) {
    const { balance, payouts, statement } = await money(client, shop);
    expect([balance, payouts, statement]).toEqual([
      undefined,
      [],
      { closing: { amountMinor: 0 }, edges: [] },
    ]);
  }
});
