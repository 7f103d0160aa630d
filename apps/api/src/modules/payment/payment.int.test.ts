import { afterAll, describe, expect, test } from "vitest";
import type { NewOrder } from "../../scenario/insert-purchase.js";
import * as documents from "../../testing/documents.js";
import { startQuickShop } from "../../testing/quick-shop.js";
import { freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

const { app, shop, ana, buyer, seller, agent } = await startQuickShop();
afterAll(() => app.close());

/** An order of two lamps for 101.01, whose money is not taken yet. */
async function ordered(testMethod: string, some: Partial<NewOrder> = {}): Promise<string> {
  const lines = [{ title: "Lamp", quantity: 2, unitPriceMinor: 5_000, shippingMinor: 101 }];
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines, money: "authorized", ...some }],
    payments: [{ testMethod }],
  });
  return order?.id ?? "";
}

const story = async (id: string) =>
  (
    await buyer.ask(
      `query ($id: ID!) { order(id: $id) { id status financialStatus paymentDueBy shipBy
        lines { id } totals { authorized { amountMinor } captured { amountMinor } refunded { amountMinor } }
        purchase { payments { state authorized { amountMinor } } }
        paymentSteps { kind status amount { amountMinor } failureReason }
        nextAction { owner kind deadline onTimeout sentence }
        cancellations { status refund { id } } refunds { status origin amount { amountMinor } }
        timeline { kind sentence } } }`,
      { id },
    )
  ).order;
type Story = Awaited<ReturnType<typeof story>>;

const becomes = (id: string, expected: Partial<Record<keyof Story, unknown>>): Promise<Story> =>
  until(async () => {
    const order = await story(id);
    expect(order).toMatchObject(expected);
    return order;
  });

const cancel = async (orderId: string, quantity?: number) => {
  const [line] = (await story(orderId)).lines;
  const units = quantity ? [{ lineId: line.id, quantity }] : null;
  const input = { orderId, units, idempotencyKey: freshKey() };
  return (await buyer.ask(documents.requestCancellation, { input })).requestCancellation;
};
const onOrder = (client: TestClient, name: string, input: string, orderId: string) =>
  client
    .ask(
      `mutation ($input: ${input}!) { ${name}(input: $input) { __typename ... on Refusal { message nextSteps { kind } } ${name === "shipOrder" ? "... on PaymentNotTaken { dueBy }" : ""} } }`,
      {
        input: {
          orderId,
          idempotencyKey: freshKey(),
          ...(name === "shipOrder" ? { carrier: "Correios", trackingNumber: "X123456" } : {}),
        },
      },
    )
    .then((answer) => answer[name]);
const pack = (orderId: string) =>
  onOrder(seller, "startProcessing", "StartProcessingInput", orderId);
const ship = (orderId: string) => onOrder(seller, "shipOrder", "ShipOrderInput", orderId);
const retry = (client: TestClient, orderId: string) =>
  onOrder(client, "retryPayment", "RetryPaymentInput", orderId);
const payInSandbox = (orderId: string) =>
  buyer.ask(`mutation ($id: ID!) { paySandboxOrder(orderId: $id) { __typename } }`, {
    id: orderId,
  });
/** The buyer's bank sends what nobody asks for any more. */
async function paysAllTheSame(id: string): Promise<void> {
  const [{ provider_charge_id }] = await app.platform.database.query(
    "SELECT provider_charge_id FROM payments WHERE order_id = $1",
    [id],
  );
  app.provider.books.changeCharge(provider_charge_id, { kind: "pay" }, null);
}
const moveClock = (hours: number) => agent.ask(documents.moveClock, { hours });
const kindsOf = (order: Story) => order.timeline.map(({ kind }: { kind: string }) => kind);

/** What the provider keeps of an order's charges, and what our ledger says was captured of it. */
async function books(orderId: string) {
  const payments: { provider_charge_id: string }[] = await app.platform.database.query(
    "SELECT provider_charge_id FROM payments WHERE order_id = $1",
    [orderId],
  );
  const charges = payments.map((row) => app.provider.books.charges.get(row.provider_charge_id));
  const [{ ours }] = await app.platform.database.query(
    `SELECT COUNT(*)::int AS ours FROM ledger_transactions WHERE order_id = $1 AND kind = 'CAPTURE'`,
    [orderId],
  );
  return {
    theirs: charges.map((charge) => [charge?.status, charge?.capturedMinor]),
    captures: ours,
  };
}

describe("money that is only authorised", () => {
  test("is taken when the seller packs, and nothing leaves before", async () => {
    const id = await ordered("normal");
    expect(await story(id)).toMatchObject({ financialStatus: "AUTHORIZED" });
    const refused = await ship(id);
    expect(refused).toMatchObject({ __typename: "PaymentNotTaken", dueBy: null });
    expect(refused.nextSteps[0].kind).toBe("START_PACKING");
    expect((await pack(id)).__typename).toBe("OrderSuccess");
    await becomes(id, { financialStatus: "PAID", totals: { captured: { amountMinor: 10_101 } } });
    expect(await books(id)).toEqual({ theirs: [["captured", 10_101]], captures: 1 });
    expect((await ship(id)).__typename).toBe("OrderSuccess");
  });

  test("is taken less what was canceled before, to the minor unit; the rest is refunded after", async () => {
    const id = await ordered("normal");
    const asked = await cancel(id, 1);
    expect(asked.cancellation).toMatchObject({ status: "COMPLETED", refund: null });
    await pack(id);
    const left = await becomes(id, { financialStatus: "PAID" });
    const captured = left.totals.captured.amountMinor;
    expect([5_050, 5_051]).toContain(captured);
    await cancel(id);
    const done = await becomes(id, { status: "CANCELED", financialStatus: "REFUNDED" });
    expect(done.totals.refunded.amountMinor).toBe(captured);
  });

  test("FIELD 14: is given back, not refunded, when all of it is canceled", async () => {
    const id = await ordered("normal");
    const asked = await cancel(id);
    expect(asked.cancellation.refund).toBeNull();
    const order = await becomes(id, { status: "CANCELED", financialStatus: "VOIDED" });
    expect(order.cancellations[0].status).toBe("COMPLETED");
    expect(order.refunds).toEqual([]);
    expect(kindsOf(order)).toContain("payment.voided");
    expect(await books(id)).toEqual({ theirs: [["voided", 0]], captures: 0 });
  });

  test.each(["void_unavailable", "normal"])(
    "FIELD 14: over a provider with %s, it is given back in the end by itself",
    async (method) => {
      const id = await ordered(method);
      await cancel(id);
      if (method === "void_unavailable") await moveClock(1);
      const order = await becomes(id, { financialStatus: "VOIDED" });
      expect(order.paymentSteps.map(({ status }: { status: string }) => status)).toEqual([
        "SUCCEEDED",
      ]);
    },
  );

  test("FIELD 14: a refused void is seen, waits for support with a date, and is tried again", async () => {
    const id = await ordered("void_refused");
    await cancel(id);
    const order = await becomes(id, {
      nextAction: { owner: "SUPPORT", kind: "PUT_PAYMENT_RIGHT" },
    });
    expect(order).toMatchObject({ status: "CANCELED", financialStatus: "AUTHORIZED" });
    expect(order.cancellations[0].status).toBe("REFUNDING");
    expect(order.paymentSteps[0]).toMatchObject({
      kind: "VOID",
      status: "FAILED",
      failureReason: "The bank did not let go of the payment.",
    });
    expect((await retry(buyer, id)).__typename).toBe("PersonNotAllowed");
    expect((await retry(agent, id)).__typename).toBe("OrderSuccess");
    const done = await becomes(id, { financialStatus: "VOIDED" });
    expect(done.cancellations[0].status).toBe("COMPLETED");
    expect((await retry(agent, id)).__typename).toBe("NotInThisState");
  });

  test("whose capture's answer was lost is found again, and taken once", async () => {
    const id = await ordered("capture_answer_lost");
    await pack(id);
    await becomes(id, { financialStatus: "PAID" });
    expect(await books(id)).toEqual({ theirs: [["captured", 10_101]], captures: 1 });
  });

  test("FIELD 14: canceled while it is being taken, it goes back whatever the bank answers", async () => {
    const id = await ordered("capture_answer_lost");
    app.provider.muted = true;
    try {
      await pack(id);
      await cancel(id);
    } finally {
      app.provider.muted = false;
    }
    await moveClock(1);
    const order = await becomes(id, { status: "CANCELED", financialStatus: "REFUNDED" });
    expect(order.refunds).toMatchObject([{ status: "SUCCEEDED", amount: { amountMinor: 10_101 } }]);
    expect(order.cancellations[0].status).toBe("COMPLETED");
  });

  test("that the bank declines keeps the parcel here; paid again, it goes on", async () => {
    const id = await ordered("capture_declined");
    await pack(id);
    const order = await becomes(id, { nextAction: { owner: "BUYER", kind: "PAY_AGAIN" } });
    expect(order.financialStatus).toBe("UNPAID");
    expect(order.nextAction.deadline).toBe(order.paymentDueBy);
    expect(order.nextAction.onTimeout).toBe("If it isn't paid by then, the order is canceled.");
    expect(await ship(id)).toMatchObject({
      __typename: "PaymentNotTaken",
      dueBy: order.paymentDueBy,
    });
    expect((await retry(seller, id)).__typename).toBe("OrderSuccess");
    const paid = await becomes(id, { financialStatus: "PAID", paymentDueBy: null });
    expect(paid.paymentSteps.map(({ status }: { status: string }) => status)).toEqual([
      "FAILED",
      "SUCCEEDED",
    ]);
    expect((await ship(id)).__typename).toBe("OrderSuccess");
  });

  test("that lapsed and is not paid again in time ends the order, with nothing charged", async () => {
    const id = await ordered("authorization_expires");
    await pack(id);
    await becomes(id, { nextAction: { kind: "PAY_AGAIN" } });
    await moveClock(73);
    const order = await becomes(id, { status: "CANCELED", financialStatus: "VOIDED" });
    expect(order.cancellations[0].status).toBe("COMPLETED");
    expect(await books(id)).toEqual({ theirs: [["voided", 0]], captures: 0 });
  });
});

describe("an order that is not paid yet", () => {
  const unpaid = (some: Partial<NewOrder> = {}) =>
    ordered("normal", { status: "PENDING_PAYMENT", ...some });

  test("says until when, and goes on when it is paid, with as many days to ship", async () => {
    const id = await unpaid();
    const before = await story(id);
    expect(before).toMatchObject({ financialStatus: "UNPAID", status: "PENDING_PAYMENT" });
    expect(before.nextAction).toMatchObject({ owner: "BUYER", kind: "PAY" });
    expect(before.nextAction.deadline).toBe(before.paymentDueBy);
    expect((await payInSandbox(id)).paySandboxOrder.__typename).toBe("OrderSuccess");
    const paid = await becomes(id, { financialStatus: "PAID", paymentDueBy: null });
    expect(["GRACE_PERIOD", "AWAITING_SHIPMENT"]).toContain(paid.status);
    expect(new Date(paid.shipBy) >= new Date(before.shipBy)).toBe(true);
  });

  test("is canceled freely, and what is still asked for is called off", async () => {
    const id = await unpaid();
    expect((await cancel(id)).cancellation.refund).toBeNull();
    await becomes(id, { status: "CANCELED", financialStatus: "VOIDED" });
    expect((await books(id)).theirs).toEqual([["voided", 0]]);
  });

  test("ends when its time is over; money that comes after goes back by itself, and is told", async () => {
    const id = await unpaid();
    await moveClock(73);
    const over = await becomes(id, { status: "EXPIRED", financialStatus: "UNPAID" });
    expect(kindsOf(over)).toContain("order.expired");
    expect((await payInSandbox(id)).paySandboxOrder.__typename).toBe("NotInThisState");
    await paysAllTheSame(id);
    const back = await becomes(id, { status: "EXPIRED", financialStatus: "REFUNDED" });
    expect(kindsOf(back)).toContain("payment.cameLate");
    expect(back.refunds).toEqual([
      { status: "SUCCEEDED", origin: "LATE_PAYMENT", amount: { amountMinor: 10_101 } },
    ]);
    const [{ paid }] = await app.platform.database.query(
      `SELECT SUM(e.amount_minor)::int AS paid FROM ledger_entries e
       JOIN ledger_transactions t ON t.id = e.transaction_id
       WHERE t.order_id = $1 AND e.account = 'SHOP_BALANCE'`,
      [id],
    );
    // Nothing was sold: the marketplace bears what the provider takes.
    expect(paid).toBe(0);
  });

  test("canceled in part, and then paid in full, gives back what is not due any more", async () => {
    const id = await ordered("instant", { status: "PENDING_PAYMENT" });
    expect((await cancel(id, 1)).cancellation).toMatchObject({ status: "COMPLETED", refund: null });
    await payInSandbox(id);
    const paid = await becomes(id, {
      financialStatus: "PARTIALLY_REFUNDED",
      totals: { captured: { amountMinor: 10_101 } },
    });
    expect([5_050, 5_051]).toContain(paid.totals.refunded.amountMinor);
    expect(paid.refunds).toMatchObject([{ status: "SUCCEEDED", origin: "LATE_PAYMENT" }]);
    expect(["GRACE_PERIOD", "AWAITING_SHIPMENT"]).toContain(paid.status);
    await cancel(id);
    await becomes(id, {
      financialStatus: "REFUNDED",
      totals: { refunded: { amountMinor: 10_101 } },
    });
  });

  test("voided over two payments that both come late, gives each back to itself, once", async () => {
    const lines = [{ title: "Lamp", quantity: 2, unitPriceMinor: 5_000, shippingMinor: 101 }];
    const [order] = await app.world.purchase({
      buyerId: ana,
      orders: [{ shop, lines, money: "authorized", status: "PENDING_PAYMENT" }],
      payments: [{ testMethod: "instant" }, { testMethod: "instant" }],
    });
    const id = order?.id ?? "";
    await cancel(id);
    await becomes(id, { status: "CANCELED", financialStatus: "VOIDED" });
    const payments: { id: string; charge: string; minor: number }[] =
      await app.platform.database.query(
        `SELECT id, provider_charge_id AS charge, authorized_minor::int AS minor FROM payments
         WHERE order_id = $1 ORDER BY position`,
        [id],
      );
    for (const { charge } of payments) {
      app.provider.books.changeCharge(charge, { kind: "pay" }, null);
      // Told twice: the second time is no news.
      app.provider.books.changeCharge(charge, { kind: "pay" }, null);
    }
    const back = await until(async () => {
      const now = await story(id);
      expect(now.refunds).toHaveLength(2);
      expect(now.financialStatus).toBe("REFUNDED");
      return now;
    });
    expect(back.totals).toMatchObject({
      captured: { amountMinor: 10_101 },
      refunded: { amountMinor: 10_101 },
    });
    const given = await app.platform.database.query(
      `SELECT a.payment_id AS id, a.amount_minor::int AS minor FROM refund_allocations a
       JOIN payments p ON p.id = a.payment_id WHERE a.order_id = $1 ORDER BY p.position`,
      [id],
    );
    expect(given).toEqual(payments.map((each) => ({ id: each.id, minor: each.minor })));
    const [{ kept }] = await app.platform.database.query(
      `SELECT SUM(e.amount_minor)::int AS kept FROM ledger_entries e
       JOIN ledger_transactions t ON t.id = e.transaction_id
       WHERE t.order_id = $1 AND e.account IN ('PROVIDER_CLEARING', 'REFUND_OWED')`,
      [id],
    );
    expect(kept).toBe(0);
  });

  test("paid at the last minute, without a word from the provider, does not end", async () => {
    const id = await unpaid();
    app.provider.muted = true;
    try {
      await paysAllTheSame(id);
      await moveClock(73);
    } finally {
      app.provider.muted = false;
    }
    await becomes(id, { financialStatus: "PAID" });
  });

  test("is looked up at the provider when its buyer says that it is paid", async () => {
    const id = await unpaid();
    const check = `mutation ($id: ID!) { checkPayment(orderId: $id) { __typename ... on OrderSuccess { order { financialStatus } } } }`;
    const nothing = await buyer.ask(check, { id });
    expect(nothing.checkPayment.order.financialStatus).toBe("UNPAID");
    const other = await app.client("buyer", await app.world.person("Bo", "bo@buyers.example"));
    expect((await other.ask(check, { id })).checkPayment.__typename).toBe("NotFound");
  });
});

test("a refund of one of two orders goes back to what paid for that one", async () => {
  const lines = [{ title: "Cup", quantity: 1, unitPriceMinor: 4_000 }];
  const owner = { name: "Other", email: "other@shops.example" };
  const other = await app.world.shop({ name: "Other", policy: "automatic", owner });
  const orders = await app.world.purchase({
    buyerId: ana,
    orders: [
      { shop, lines, money: "authorized" },
      { shop: other, lines, money: "authorized" },
    ],
    payments: [{ testMethod: "instant" }],
  });
  const [first = "", second = ""] = orders.map(({ id }) => id);
  await pack(first);
  await becomes(first, { financialStatus: "PAID" });
  const input = "StartProcessingInput";
  await onOrder(await app.client("seller", other.ownerId), "startProcessing", input, second);
  await becomes(second, { financialStatus: "PAID" });
  await agent.ask(
    "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }",
    {
      input: { orderId: second, amountMinor: 1_001, reason: "Late", idempotencyKey: freshKey() },
    },
  );
  await becomes(second, { financialStatus: "PARTIALLY_REFUNDED" });
  const paid = await app.platform.database.query(
    `SELECT p.order_id AS id, a.amount_minor::int AS minor FROM refund_allocations a
     JOIN payments p ON p.id = a.payment_id WHERE a.order_id = $1`,
    [second],
  );
  expect(paid).toEqual([{ id: second, minor: 1_001 }]);
});
