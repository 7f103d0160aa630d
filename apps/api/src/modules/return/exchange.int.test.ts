import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { accepted, defective, returnStage } from "../../testing/return-stage.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

let stage: Awaited<ReturnType<typeof returnStage>>;
beforeAll(async () => {
  stage = await returnStage();
});
afterAll(() => stage.app.close());

const wanted = `query ($id: ID!) { return(id: $id) { status type wish amount { amountMinor } actions
  replacement { id number status financialStatus inExchangeFor { id order { id } }
    lines { title quantity total { amountMinor } }
    totals { total { amountMinor } captured { amountMinor } refunded { amountMinor } } }
  refund { amount { amountMinor } } } }`;
const seen = async (client: TestClient, id: string) => (await client.ask(wanted, { id })).return;

const totals = async (id: string) =>
  (
    await stage.buyer.ask(
      `query ($id: ID!) { order(id: $id) { status financialStatus totals { captured { amountMinor } exchanged { amountMinor } refunded { amountMinor } } timeline { kind sentence } purchase { payments { refundReserved { amountMinor } amount { amountMinor } } } } }`,
      { id },
    )
  ).order;

/** What the shop has earned by some orders, as the ledger says; or by their first captures alone. */
async function earned(orderIds: string[], kinds = ["CAPTURE", "EXCHANGED"]): Promise<number> {
  const [{ minor }] = await stage.app.platform.database.query(
    `SELECT COALESCE(-SUM(e.amount_minor), 0)::int AS minor FROM ledger_entries e
     JOIN ledger_transactions t ON t.id = e.transaction_id
     WHERE t.order_id = ANY($1) AND e.account = 'SHOP_BALANCE' AND t.kind = ANY($2)`,
    [orderIds, kinds],
  );
  return minor;
}

/** Asks for goods instead of money, and takes the parcel as far as the seller's hands. */
async function cameBack(kind: "EXCHANGE" | "REPLACEMENT", quantity = 1, of = 1) {
  const { shop, buyer, seller, delivered, asked, act } = stage;
  const { orderId, lineId } = await delivered(shop, { quantity: of, unitPriceMinor: 3_333 });
  const made = await asked(buyer, {
    orderId,
    units: [{ lineId, quantity }],
    ...defective,
    kind,
    ...(kind === "EXCHANGE" ? { wish: "size M" } : {}),
    method: "OWN",
  });
  const returnId = made.return.id;
  await act(seller, "approveReturn", { returnId });
  const parcel = { returnId, carrier: "Correios", trackingNumber: "AA473124829BR" };
  await act(buyer, "addReturnTracking", parcel);
  const there = await act(seller, "markReturnReceived", { returnId });
  return { orderId, lineId, returnId, units: there.return.units as { id: string }[] };
}

const inspect = (returnId: string, units: { id: string }[], finding: object = accepted) =>
  stage.act(stage.seller, "inspectReturn", {
    returnId,
    units: units.map(({ id }) => ({ unitId: id, ...finding })),
  });

/** All the way: the order that brings other goods. */
async function replaced(kind: "EXCHANGE" | "REPLACEMENT", quantity = 1, of = 1) {
  const back = await cameBack(kind, quantity, of);
  await inspect(back.returnId, back.units);
  const request = await seen(stage.buyer, back.returnId);
  return { ...back, request, replacement: request.replacement };
}

describe("an exchange", () => {
  test("makes an order of its own that costs nothing, linked both ways, and moves no money", async () => {
    const { orderId, returnId, request, replacement } = await replaced("EXCHANGE");
    expect(request).toMatchObject({ status: "COMPLETED", type: "EXCHANGE", wish: "size M" });
    expect(request.refund).toBeNull();
    expect(replacement).toMatchObject({
      status: "AWAITING_SHIPMENT",
      financialStatus: "PAID",
      inExchangeFor: { id: returnId, order: { id: orderId } },
      lines: [{ title: "Lamp: size M", quantity: 1, total: { amountMinor: 4_833 } }],
    });
    const before = await totals(orderId);
    expect(before.totals).toMatchObject({
      captured: { amountMinor: 4_833 },
      exchanged: { amountMinor: 4_833 },
      refunded: { amountMinor: 0 },
    });
    expect(before.timeline.at(-1).kind).toBe("return.completed");
    expect(before.purchase.payments[0].refundReserved.amountMinor).toBe(0);
    const both = await earned([orderId, replacement.id]);
    expect(both).toBe(await earned([orderId], ["CAPTURE"]));
    expect(await seen(stage.seller, returnId)).toMatchObject({
      replacement: { id: replacement.id },
    });
    expect((await seen(stage.other, returnId)) ?? null).toBeNull();
  });

  test("for something out of stock after all pays back what came back, to the minor unit", async () => {
    const { orderId, replacement } = await replaced("REPLACEMENT", 1, 3);
    const { cancelAsSeller } = await stage.seller.ask(
      `mutation ($input: CancelAsSellerInput!) { cancelAsSeller(input: $input) { __typename ... on CancellationSuccess { cancellation { refund { amount { amountMinor } } } } } }`,
      { input: { orderId: replacement.id, reason: "OUT_OF_STOCK", idempotencyKey: freshKey() } },
    );
    const worth = replacement.totals.captured.amountMinor;
    expect(cancelAsSeller.cancellation.refund.amount.amountMinor).toBe(worth);
    await until(async () =>
      expect(await totals(replacement.id)).toMatchObject({ financialStatus: "REFUNDED" }),
    );
    // The other two units are returned for money: all of it sums to what was captured.
    const rest = await stage.asked(stage.agent, { orderId, method: "OWN" });
    const money = rest.return.units.reduce(
      (sum: number, unit: { gross: { amountMinor: number } }) => sum + unit.gross.amountMinor,
      0,
    );
    expect(money + worth).toBe(3 * 3_333 + 1_500);
  });

  test("can itself be returned within the rules, for money that was paid once", async () => {
    const { replacement } = await replaced("EXCHANGE");
    const ship = { carrier: "Correios", trackingNumber: "AA473124829BR" };
    await stage.seller.ask(documents.shipOrder, {
      input: { orderId: replacement.id, ...ship, idempotencyKey: freshKey() },
    });
    await stage.seller.ask(
      `mutation ($input: MarkDeliveredInput!) { markDelivered(input: $input) { __typename } }`,
      { input: { orderId: replacement.id, idempotencyKey: freshKey() } },
    );
    const again = await stage.asked(stage.buyer, {
      orderId: replacement.id,
      ...defective,
      method: "OWN",
    });
    expect(again.return.amount.amountMinor).toBe(4_833);
  });

  test("leaves nothing on the first order for anybody to pay back a second time", async () => {
    const { orderId } = await replaced("EXCHANGE");
    const { refundOnBehalf } = await stage.agent.ask(
      `mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }`,
      { input: { orderId, amountMinor: 1, reason: "Sorry", idempotencyKey: freshKey() } },
    );
    expect(refundOnBehalf.__typename).toBe("NothingToRefund");
    const sql = (text: string) => stage.app.platform.database.query(text, [orderId]);
    await expect(sql("UPDATE orders SET exchanged_minor = 0 WHERE id = $1")).rejects.toThrow(
      /follows the orders/,
    );
  });
});

describe("goods instead of money", () => {
  test("become money when the seller has none left, and the buyer is told why", async () => {
    const { orderId, returnId, units } = await cameBack("REPLACEMENT");
    expect((await seen(stage.seller, returnId)).actions).toContain("REFUND_INSTEAD");
    const reason = "We have none left.";
    await stage.act(stage.seller, "refundInstead", { returnId, reason });
    await inspect(returnId, units);
    const request = await stage.becomes(returnId, "COMPLETED");
    expect(request.refund.amount.amountMinor).toBe(4_833);
    const told = (await stage.buyer.ask(documents.orderStory, { id: orderId })).order.timeline;
    expect(told).toContainEqual(expect.objectContaining({ reason }));
    const late = await stage.act(stage.seller, "refundInstead", { returnId });
    expect(late.__typename).toBe("NotInThisState");
  });

  test("become money, itemised, where something is taken off", async () => {
    const { returnId, units } = await cameBack("EXCHANGE");
    await inspect(returnId, units, {
      ...accepted,
      inspection: "ACCEPTED_WITH_DEDUCTION",
      grade: "C",
      disposition: "PROCESSING_REQUIRED",
      deductionMinor: 833,
      note: "Worn.",
    });
    await stage.act(stage.buyer, "acceptDeduction", { returnId });
    const request = await stage.becomes(returnId, "COMPLETED");
    expect(request.refund.amount.amountMinor).toBe(4_000);
    expect((await seen(stage.buyer, returnId)).replacement).toBeNull();
  });

  test("are had only as the policy offers them, except that the law replaces what is broken", async () => {
    const strict = await stage.app.world.shop({
      name: "Narrow",
      policy: "strict",
      owner: { name: "N", email: "n@shops.example" },
    });
    const { orderId } = await stage.delivered(strict, { daysAgo: 2 });
    const ask = (more: object) => stage.asked(stage.buyer, { orderId, method: "OWN", ...more });
    const size = { reasonCode: "DOES_NOT_FIT" };
    expect((await ask({ ...size, kind: "EXCHANGE", wish: "M" })).__typename).toBe(
      "ExchangeNotOffered",
    );
    const refused = await ask({ ...size, kind: "REPLACEMENT" });
    expect(refused).toMatchObject({
      __typename: "ExchangeNotOffered",
      decision: { rule: "exchange-offered" },
    });
    expect(refused.nextSteps[0].kind).toBe("TAKE_THE_MONEY");
    expect((await ask({ ...defective, kind: "REPLACEMENT" })).__typename).toBe("ReturnSuccess");
  });

  test("need to be named where it is another variant", async () => {
    const { orderId } = await stage.delivered(stage.shop);
    const ask = { orderId, ...defective, kind: "EXCHANGE", method: "OWN" };
    expect((await stage.asked(stage.buyer, ask)).__typename).toBe("InvalidInput");
    const quoted = await stage.buyer.ask(documents.quoteReturn, {
      input: { orderId, reasonCode: "DEFECTIVE", kind: "EXCHANGE" },
    });
    const { quote } = quoted.quoteReturn;
    expect(quote.total.amountMinor).toBe(0);
    expect(quote.components.at(-1)).toMatchObject({
      kind: "EXCHANGED",
      amount: { amountMinor: -11_500 },
    });
  });
});
