import { initialTerms } from "@makegood/domain/ledger/money-terms";
import { afterAll, expect, test } from "vitest";
import { defective, returnStage } from "../../testing/return-stage.js";
import type { Answer, TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { holdPayout, releasePayout } from "./exports/hold-payout.js";

const {
  app,
  shop,
  buyer,
  seller,
  agent,
  delivered,
  asked,
  act,
  dispute,
  quick,
  quickSeller,
  becomes,
} = await returnStage();
afterAll(() => app.close());

const balance = async () => {
  const { shopBalances, payouts } = await seller.ask(
    `query ($shopId: ID!) { shopBalances(shopId: $shopId) { payable { amountMinor } nextPayoutAt
       frozen { amountMinor } holds { reason order { id } amount { amountMinor } } }
       payouts(shopId: $shopId) { edges { node { status } } } }`,
    { shopId: shop.id },
  );
  return { ...shopBalances[0], payouts: payouts.edges };
};

/** What of all shops is held back, as somebody is told. */
const heldOf = async (client: TestClient) => {
  const { payoutHolds } = await client.ask(
    "{ payoutHolds { edges { node { reason order { id } } } } }",
  );
  return payoutHolds.edges.map(({ node }: Answer) => node);
};

test("a dispute freezes its amount until it is decided; then the refund takes it", async () => {
  const { orderId } = await delivered(shop);
  const made = await asked(buyer, { orderId, ...defective, method: "OWN" });
  const returnId = made.return.id;
  await act(seller, "rejectReturn", { returnId, reason: "OTHER", note: "No." });
  const before = await balance();
  const statement = "It is broken, look.";
  const opened = await dispute(buyer, "escalate", { subjectId: returnId, statement });
  const during = await balance();
  expect(during.holds).toEqual([
    { reason: "DISPUTE", order: { id: orderId }, amount: { amountMinor: 11_500 } },
  ]);
  // More is held than the sale left its shop: nothing is paid, and nothing is owed.
  expect(before.payable.amountMinor).toBeGreaterThan(0);
  expect(during.payable.amountMinor).toBe(0);
  expect(await heldOf(agent)).toEqual([{ reason: "DISPUTE", order: { id: orderId } }]);
  expect(await heldOf(seller)).toEqual([]);
  const disputeId = opened.dispute.id;
  await dispute(seller, "respondToDispute", { disputeId, response: "It worked." });
  await dispute(agent, "ruleDispute", { disputeId, ruledFor: "BUYER", reason: "It did not." });
  expect(await balance()).toMatchObject({ frozen: { amountMinor: 0 }, holds: [] });
  expect(await heldOf(agent)).toEqual([]);
});

test("what is held of an order on its way is pending already, and held back once", async () => {
  await delivered(shop);
  const [order] = await app.world.purchase({
    buyerId: await app.world.person("Rui", "rui@buyers.example"),
    placedAt: app.platform.clock.now(),
    orders: [{ shop, lines: [{ title: "Bowl", quantity: 1, unitPriceMinor: 10_000 }] }],
    payments: [{ testMethod: "instant" }],
  });
  const before = await balance();
  expect(before.payable.amountMinor).toBeGreaterThan(0);
  const unit = { manager: app.platform.database.manager, now: app.platform.clock.now() };
  const subjectId = "dsp_01h455vb4pex5vsknk084sn02q";
  await holdPayout(unit, {
    ...{ shopId: shop.id, orderId: order?.id ?? "", subjectId, reason: "DISPUTE" },
    ...{ amountMinor: 8_000, currency: "BRL" },
  });
  const { payable, holds } = await balance();
  expect(holds.length).toBe(1);
  expect(payable).toEqual(before.payable);
  await releasePayout(unit, "DISPUTE", subjectId);
});

test("a label we print is the shop's cost, and in its statement", async () => {
  const { orderId } = await delivered(quick);
  const made = await asked(buyer, { orderId, ...defective, method: "LABEL" });
  await becomes(made.return.id, "AWAITING_SHIPMENT");
  const { shopStatement } = await quickSeller.ask(
    `query ($shopId: ID!) { shopStatement(shopId: $shopId, currency: "BRL", first: 1) {
       edges { node { kind amount { amountMinor } parts { component } order { id } } } } }`,
    { shopId: quick.id },
  );
  expect(shopStatement.edges[0].node).toEqual({
    kind: "RETURN_LABEL",
    amount: { amountMinor: -1_490 },
    parts: [{ component: "RETURN_LABEL" }],
    order: { id: orderId },
  });
});

test("payouts come by themselves when their time has come, and set the next", async () => {
  await delivered(shop, { daysAgo: 30 });
  const before = await balance();
  const hours = initialTerms.payout.everyDays * 24 + 1;
  const move = "mutation ($hours: Int!) { moveSandboxClock(hours: $hours) { fellDue } }";
  await seller.ask(move, { hours });
  await until(async () => {
    const now = await balance();
    expect(now.payouts[0]?.node.status).toBe("PAID");
    expect(now.nextPayoutAt > before.nextPayoutAt).toBe(true);
  });
});
