import { afterAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { defective, returnStage } from "../../testing/return-stage.js";
import { type Answer, freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

const { app, quick, ana, buyer, quickSeller, agent, asked, act, becomes } = await returnStage();
afterAll(() => app.close());

const sql = (text: string, parameters: unknown[]) => app.platform.database.query(text, parameters);

interface Bought {
  quantity?: number;
  unitPriceMinor?: number;
  testMethods?: string[];
  delivered?: boolean;
}

async function bought(of: Bought = {}) {
  const { quantity = 1, unitPriceMinor = 22_900, testMethods = ["instant"] } = of;
  const deliveredAt = new Date(app.platform.clock.now().getTime() - 3 * 86_400_000);
  const arrived = { status: "DELIVERED", deliveredAt } as const;
  const [order] = await app.world.purchase({
    buyerId: ana,
    placedAt: new Date(deliveredAt.getTime() - 4 * 86_400_000),
    orders: [
      {
        shop: quick,
        ...(of.delivered === false ? {} : arrived),
        lines: [{ title: "Lamp", quantity, unitPriceMinor }],
      },
    ],
    payments: testMethods.map((testMethod) => ({ testMethod })),
  });
  return { orderId: order?.id ?? "", lineId: order?.lineIds[0] ?? "" };
}

/** What a buyer's bank does about their payment; returns how it goes on. */
async function chargeback(orderId: string, amountMinor: number, more: object = {}) {
  const { openSandboxChargeback } = await agent.ask(
    "mutation ($input: OpenSandboxChargebackInput!) { openSandboxChargeback(input: $input) { id } }",
    { input: { orderId, amountMinor, ...more } },
  );
  const { id: chargebackId } = openSandboxChargeback;
  return (status: string) =>
    agent.ask(
      "mutation ($input: MoveSandboxChargebackInput!) { moveSandboxChargeback(input: $input) { id } }",
      { input: { chargebackId, status } },
    );
}

const quoted = async (orderId: string, more: object = {}): Promise<Answer> =>
  (
    await buyer.ask(
      `mutation ($input: QuoteReturnInput!) { quoteReturn(input: $input) { ... on QuoteSuccess { quote {
        id total { amountMinor } waitsForBank { amountMinor } allocations { amount { amountMinor } }
        components { kind amount { amountMinor } } } } } }`,
      { input: { orderId, reasonCode: "DEFECTIVE", ...more } },
    )
  ).quoteReturn.quote;

const orderOf = async (id: string): Promise<Answer> =>
  (
    await agent.ask(
      `query ($id: ID!) { order(id: $id) { financialStatus
        refundEligibility { sentence }
        refunds { id status amount { amountMinor } promisedBy nextAction { kind } allocations { amount { amountMinor } } } } }`,
      { id },
    )
  ).order;

/** An order's refunds as amount and state, those that count first. */
const refundsOf = async (orderId: string): Promise<string[]> =>
  (await orderOf(orderId)).refunds
    .map(({ amount, status, nextAction }: Answer) =>
      [amount.amountMinor, status, ...(status === "APPROVED" ? [nextAction?.kind] : [])].join(" "),
    )
    .sort();

const refundsBecome = (orderId: string, want: string[]) =>
  until(async () => expect(await refundsOf(orderId)).toEqual([...want].sort()));

/** Sends all of an order back, as far as the seller's acceptance. */
async function returned(orderId: string, more: object = {}): Promise<string> {
  const made = await asked(buyer, { orderId, ...defective, method: "OWN", ...more });
  const returnId = made.return.id;
  await act(buyer, "addReturnTracking", {
    returnId,
    carrier: "Correios",
    trackingNumber: "aa 473 124 829 br",
  });
  const there = await act(quickSeller, "markReturnReceived", { returnId });
  const units = there.return.units.map(({ id }: Answer) => ({
    unitId: id,
    reception: "RECEIVED",
    inspection: "ACCEPTED",
    grade: "A",
    disposition: "RESTOCKED",
  }));
  await act(quickSeller, "inspectReturn", { returnId, units });
  return returnId;
}

const booksOf = async (orderId: string): Promise<Record<string, number>> => {
  const rows: { account: string; sum: number }[] = await sql(
    `SELECT e.account, SUM(e.amount_minor)::int AS sum FROM ledger_entries e
     JOIN ledger_transactions t ON t.id = e.transaction_id WHERE t.order_id = $1 GROUP BY 1`,
    [orderId],
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
};

/** What of an order was paid back by us, by the sandbox provider's own books. */
const paidOf = async (orderId: string): Promise<number> => {
  const rows: { id: string }[] = await sql(
    `SELECT t.id FROM refund_attempts t JOIN refunds r ON r.id = t.refund_id WHERE r.order_id = $1`,
    [orderId],
  );
  return [...app.provider.books.refunds.values()]
    .filter(
      ({ reference, status }) => status === "succeeded" && rows.some(({ id }) => id === reference),
    )
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
};

describe("a chargeback over a part of a payment that was lost", () => {
  test("takes just that part: the rest is quoted, refunded and paid", async () => {
    const { orderId } = await bought();
    await (await chargeback(orderId, 2_900))("LOST");
    const quote = await quoted(orderId);
    expect(quote).toMatchObject({ total: { amountMinor: 20_000 }, waitsForBank: null });
    expect(quote.components).toContainEqual({
      kind: "PAID_BY_BANK",
      amount: { amountMinor: -2_900 },
    });
    const { refundEligibility, financialStatus } = await orderOf(orderId);
    expect(refundEligibility.sentence).toBe("Up to R$200.00 can be refunded.");
    expect(financialStatus).toBe("PARTIALLY_CHARGED_BACK");
    const returnId = await returned(orderId, { quoteId: quote.id });
    await refundsBecome(orderId, ["20000 SUCCEEDED"]);
    await becomes(returnId, "COMPLETED");
    expect(await paidOf(orderId)).toBe(20_000);
    expect((await orderOf(orderId)).financialStatus).toBe("REFUNDED");
    const { timeline } = (await agent.ask(documents.orderStory, { id: orderId })).order;
    expect(timeline.map(({ sentence }: Answer) => sentence)).toContain(
      "R$29.00 of the refund was closed, since the buyer's bank has paid it.",
    );
    expect(await booksOf(orderId)).toMatchObject({ REFUND_OWED: 0, CHARGEBACK: 0 });
  });

  test("takes it also of a return that was requested before", async () => {
    const { orderId } = await bought();
    const made = await asked(buyer, { orderId, ...defective, method: "OWN" });
    expect(made.return.amount.amountMinor).toBe(22_900);
    await (await chargeback(orderId, 2_900))("LOST");
    const returnId = made.return.id;
    await act(buyer, "addReturnTracking", {
      returnId,
      carrier: "Correios",
      trackingNumber: "aa 473 124 829 br",
    });
    const there = await act(quickSeller, "markReturnReceived", { returnId });
    const [unit] = there.return.units;
    const found = { reception: "RECEIVED", inspection: "ACCEPTED", grade: "A" };
    await act(quickSeller, "inspectReturn", {
      returnId,
      units: [{ unitId: unit.id, ...found, disposition: "RESTOCKED" }],
    });
    await refundsBecome(orderId, ["20000 SUCCEEDED"]);
    await becomes(returnId, "COMPLETED");
  });

  test("is what is gone where the provider prevented it by paying the buyer", async () => {
    const { orderId } = await bought();
    await chargeback(orderId, 2_900, { prevented: true });
    expect((await quoted(orderId)).total.amountMinor).toBe(20_000);
    expect((await orderOf(orderId)).financialStatus).toBe("PARTIALLY_CHARGED_BACK");
    expect(await booksOf(orderId)).toMatchObject({ CHARGEBACK: 0 });
  });

  test("brings it back once the bank changes its decision", async () => {
    const { orderId } = await bought();
    const before = await booksOf(orderId);
    const move = await chargeback(orderId, 2_900);
    await move("LOST");
    await move("WON");
    const mails = await until(async () => {
      const sent = await sql("SELECT to_address FROM emails WHERE body LIKE '%' || $1 || '%'", [
        "The bank changed its decision",
      ]);
      expect(sent.length).toBeGreaterThan(0);
      return sent.map((mail: Answer) => mail.to_address);
    });
    expect(mails).toContain("ana@buyers.example");
    expect((await quoted(orderId)).total.amountMinor).toBe(22_900);
    expect((await orderOf(orderId)).financialStatus).toBe("PAID");
    expect(await booksOf(orderId)).toMatchObject(before);
    expect((await booksOf(orderId)).CHARGEBACK).toBe(0);
  });

  test("leaves single units whole until there is no more", async () => {
    const { orderId, lineId } = await bought({ quantity: 2, unitPriceMinor: 11_450 });
    await (await chargeback(orderId, 2_900))("LOST");
    await returned(orderId, { units: [{ lineId, quantity: 1 }] });
    await refundsBecome(orderId, ["11450 SUCCEEDED"]);
    await returned(orderId, { units: [{ lineId, quantity: 1 }] });
    await refundsBecome(orderId, ["11450 SUCCEEDED", "8550 SUCCEEDED"]);
    expect(await paidOf(orderId)).toBe(20_000);
  });
});

describe("a chargeback over a part of a payment that is open", () => {
  test("leaves a refund alone that fits beside it", async () => {
    const { orderId } = await bought({ unitPriceMinor: 29_690 });
    await chargeback(orderId, 1_000);
    const { refundOnBehalf } = await agent.ask(
      "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename } }",
      { input: { orderId, amountMinor: 15_000, reason: "Rest", idempotencyKey: freshKey() } },
    );
    expect(refundOnBehalf.__typename).toBe("RefundSuccess");
    await refundsBecome(orderId, ["15000 SUCCEEDED"]);
    const { refundEligibility } = await orderOf(orderId);
    expect(refundEligibility.sentence).toBe("Up to R$136.90 can be refunded.");
  });

  test("makes two refunds of a return: all but what is disputed is sent now", async () => {
    const { orderId } = await bought({ unitPriceMinor: 29_690 });
    const move = await chargeback(orderId, 1_000);
    const quote = await quoted(orderId);
    expect(quote).toMatchObject({
      total: { amountMinor: 28_690 },
      waitsForBank: { amountMinor: 1_000 },
      allocations: [{ amount: { amountMinor: 28_690 } }],
    });
    const returnId = await returned(orderId, { quoteId: quote.id });
    await refundsBecome(orderId, ["28690 SUCCEEDED", "1000 APPROVED SETTLE_CHARGEBACK"]);
    const { return: request } = await buyer.ask(
      "query ($id: ID!) { return(id: $id) { status refund { amount { amountMinor } } refunds { id } } }",
      { id: returnId },
    );
    expect(request).toMatchObject({
      status: "REFUND_PENDING",
      refund: { amount: { amountMinor: 28_690 } },
    });
    expect(request.refunds).toHaveLength(2);
    expect(await paidOf(orderId)).toBe(28_690);
    await move("WON");
    await refundsBecome(orderId, ["28690 SUCCEEDED", "1000 SUCCEEDED"]);
    await becomes(returnId, "COMPLETED");
    expect(await paidOf(orderId)).toBe(29_690);
    expect(await booksOf(orderId)).toMatchObject({ REFUND_OWED: 0, CHARGEBACK: 0 });
  });

  test("ends the part that waits once it is lost, and nothing is paid twice", async () => {
    const { orderId } = await bought({ delivered: false });
    const move = await chargeback(orderId, 2_900);
    const input = { orderId, idempotencyKey: freshKey() };
    await buyer.ask(documents.requestCancellation, { input });
    await refundsBecome(orderId, ["20000 SUCCEEDED", "2900 APPROVED SETTLE_CHARGEBACK"]);
    await move("LOST");
    await refundsBecome(orderId, ["20000 SUCCEEDED", "2900 APPROVED CLOSE_AS_PAID_BY_BANK"]);
    const [waits] = (await orderOf(orderId)).refunds.filter(
      ({ status }: Answer) => status === "APPROVED",
    );
    await agent.ask(
      "mutation ($input: CloseHeldRefundInput!) { closeHeldRefund(input: $input) { __typename } }",
      { input: { refundId: waits.id, reason: "Paid by your bank", idempotencyKey: freshKey() } },
    );
    await refundsBecome(orderId, ["20000 SUCCEEDED", "2900 CANCELED"]);
    const { cancellations } = (await agent.ask(documents.orderStory, { id: orderId })).order;
    expect(cancellations[0].status).toBe("COMPLETED");
    expect(await paidOf(orderId)).toBe(20_000);
    expect(await booksOf(orderId)).toMatchObject({ REFUND_OWED: 0, CHARGEBACK: 0 });
  });

  test("cuts a refund in two that failed before it came", async () => {
    const { orderId } = await bought({ testMethods: ["always_fails"], delivered: false });
    const input = { orderId, idempotencyKey: freshKey() };
    await buyer.ask(documents.requestCancellation, { input });
    await refundsBecome(orderId, ["22900 FAILED"]);
    await chargeback(orderId, 2_900);
    await refundsBecome(orderId, [
      "22900 CANCELED",
      "20000 FAILED",
      "2900 APPROVED SETTLE_CHARGEBACK",
    ]);
    const failed = (await orderOf(orderId)).refunds.find(
      ({ status }: Answer) => status === "FAILED",
    );
    const { takeStoreCredit } = await buyer.ask(
      "mutation ($input: TakeStoreCreditInput!) { takeStoreCredit(input: $input) { __typename } }",
      { input: { refundId: failed.id, creditMinor: 21_000, idempotencyKey: freshKey() } },
    );
    expect(takeStoreCredit.__typename).toBe("RefundSuccess");
    await refundsBecome(orderId, [
      "22900 CANCELED",
      "20000 SUCCEEDED",
      "2900 APPROVED SETTLE_CHARGEBACK",
    ]);
  });

  test("is several: what one bank decides moves its own part alone", async () => {
    const { orderId } = await bought({ delivered: false });
    const first = await chargeback(orderId, 1_000);
    const second = await chargeback(orderId, 2_000);
    const input = { orderId, idempotencyKey: freshKey() };
    await buyer.ask(documents.requestCancellation, { input });
    await refundsBecome(orderId, ["19900 SUCCEEDED", "3000 APPROVED SETTLE_CHARGEBACK"]);
    await first("LOST");
    await second("WON");
    await refundsBecome(orderId, ["19900 SUCCEEDED", "2000 SUCCEEDED", "3000 CANCELED"]);
    expect(await paidOf(orderId)).toBe(21_900);
    expect(await booksOf(orderId)).toMatchObject({ REFUND_OWED: 0, CHARGEBACK: 0 });
  });
});

test("of several payments the one that is disputed gives what the bank left of it", async () => {
  const { orderId } = await bought({ testMethods: ["instant", "instant"], delivered: false });
  await chargeback(orderId, 2_900);
  const input = { orderId, idempotencyKey: freshKey() };
  await buyer.ask(documents.requestCancellation, { input });
  await refundsBecome(orderId, ["20000 SUCCEEDED", "2900 APPROVED SETTLE_CHARGEBACK"]);
  const sent: { minor: number }[] = await sql(
    `SELECT a.amount_minor::int AS minor FROM refund_allocations a JOIN payments p ON p.id = a.payment_id
     WHERE a.order_id = $1 AND a.status = 'SUCCEEDED' ORDER BY p.position`,
    [orderId],
  );
  expect(sent.map(({ minor }) => minor)).toEqual([8_550, 11_450]);
});

test("a purchase of two shops: each order waits with its own part, and is paid the rest", async () => {
  const owner = { name: "Beside", email: "beside@shops.example" };
  const other = await app.world.shop({ name: "Beside", policy: "automatic", owner });
  const line = (unitPriceMinor: number) => [{ title: "Cup", quantity: 1, unitPriceMinor }];
  const orders = await app.world.purchase({
    buyerId: ana,
    orders: [
      { shop: quick, lines: line(3_000) },
      { shop: other, lines: line(1_000) },
    ],
    payments: [{ testMethod: "instant" }],
  });
  const [first = "", second = ""] = orders.map(({ id }) => id);
  const move = await chargeback(first, 1_001);
  for (const orderId of [first, second]) {
    const input = { orderId, idempotencyKey: freshKey() };
    await buyer.ask(documents.requestCancellation, { input });
  }
  await refundsBecome(first, ["2249 SUCCEEDED", "751 APPROVED SETTLE_CHARGEBACK"]);
  await refundsBecome(second, ["750 SUCCEEDED", "250 APPROVED SETTLE_CHARGEBACK"]);
  await move("WON");
  await refundsBecome(first, ["2249 SUCCEEDED", "751 SUCCEEDED"]);
  await refundsBecome(second, ["750 SUCCEEDED", "250 SUCCEEDED"]);
});

test("the database itself sends back no more than the bank left", async () => {
  const { orderId } = await bought({ delivered: false, testMethods: ["always_fails"] });
  const input = { orderId, idempotencyKey: freshKey() };
  await buyer.ask(documents.requestCancellation, { input });
  await refundsBecome(orderId, ["22900 FAILED"]);
  await chargeback(orderId, 2_900);
  const [part] = await sql(
    "SELECT id, refund_id FROM refund_allocations WHERE order_id = $1 AND amount_minor = 22900",
    [orderId],
  );
  await expect(
    sql(
      `INSERT INTO refund_attempts (id, allocation_id, refund_id, number, provider_key, status, created_at)
       VALUES ('rat_y', $1, $2, 9, 'rat_y', 'OPEN', now())`,
      [part.id, part.refund_id],
    ),
  ).rejects.toThrow(/a bank argues/);
});
