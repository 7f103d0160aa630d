import { afterAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { startQuickShop } from "../../testing/quick-shop.js";
import { type Answer, freshKey } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";

const { app, shop, ana, buyer, seller, agent } = await startQuickShop();
afterAll(() => app.close());

const chargeback = `id status amount { amountMinor } reason evidenceDueBy closedAt orders { id }
  beyondPayment { amountMinor } alreadyRefunded nextAction { owner kind deadline onTimeout }`;

async function bought(testMethod = "instant", unitPriceMinor = 10_000) {
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor }] }],
    payments: [{ testMethod }],
  });
  return order?.id ?? "";
}

const open = async (orderId: string, more: object = {}): Promise<Answer> =>
  (
    await agent.ask(
      `mutation ($input: OpenSandboxChargebackInput!) { openSandboxChargeback(input: $input) { ${chargeback} } }`,
      { input: { orderId, ...more } },
    )
  ).openSandboxChargeback;
const move = async (chargebackId: string, status: string): Promise<Answer> =>
  (
    await agent.ask(
      `mutation ($input: MoveSandboxChargebackInput!) { moveSandboxChargeback(input: $input) { ${chargeback} } }`,
      { input: { chargebackId, status } },
    )
  ).moveSandboxChargeback;

async function cancel(orderId: string): Promise<string> {
  const input = { orderId, idempotencyKey: freshKey() };
  const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
  return requestCancellation.cancellation.refund.id;
}

const refundOf = async (id: string, client = buyer): Promise<Answer> =>
  (
    await client.ask(
      "query ($id: ID!) { refund(id: $id) { status pendingReason payoutOptions { kind } nextAction { owner kind deadline onTimeout } } }",
      { id },
    )
  ).refund;
const becomes = (id: string, want: object) =>
  until(async () => expect(await refundOf(id)).toMatchObject(want));
const orderOf = async (id: string): Promise<Answer> =>
  (await agent.ask(documents.orderStory, { id })).order;

async function books(orderId: string): Promise<Record<string, number>> {
  const rows: { account: string; sum: string }[] = await app.platform.database.query(
    `SELECT e.account, SUM(e.amount_minor) AS sum FROM ledger_entries e
     JOIN ledger_transactions t ON t.id = e.transaction_id
     WHERE t.order_id = $1 AND t.kind LIKE 'CHARGEBACK%' GROUP BY 1`,
    [orderId],
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, Number(sum)]));
}

const heldOf = async (orderId: string): Promise<number> => {
  const [row] = await app.platform.database.query(
    `SELECT COALESCE(SUM(amount_minor), 0)::int AS held FROM payout_holds
     WHERE order_id = $1 AND released_at IS NULL`,
    [orderId],
  );
  return row.held;
};

describe("FIELD 13: a refund and a chargeback of one payment", () => {
  test("the refund waits while the bank decides, told to all, and goes on when it is won", async () => {
    const orderId = await bought();
    const opened = await open(orderId);
    expect(opened.nextAction).toMatchObject({
      owner: "SUPPORT",
      kind: "SEND_EVIDENCE",
      deadline: opened.evidenceDueBy,
    });
    expect((await orderOf(orderId)).financialStatus).toBe("CHARGED_BACK");
    expect(await heldOf(orderId)).toBe(10_000);
    const refundId = await cancel(orderId);
    await becomes(refundId, { status: "APPROVED", nextAction: { kind: "SETTLE_CHARGEBACK" } });
    expect((await refundOf(refundId)).nextAction.deadline).not.toBeNull();
    await move(opened.id, "UNDER_REVIEW");
    expect((await refundOf(refundId)).status).toBe("APPROVED");
    await move(opened.id, "WON");
    await becomes(refundId, { status: "SUCCEEDED" });
    expect((await orderOf(orderId)).financialStatus).toBe("REFUNDED");
    expect(await books(orderId)).toMatchObject({ CHARGEBACK: 0, PROVIDER_CLEARING: 0 });
    expect(await heldOf(orderId)).toBe(0);
  });

  test("leads are told of it with the date of the evidence, and again before that is over", async () => {
    const lead = await app.client(
      "support",
      await app.world.agent("Lea", `lea${Math.random()}@desk.example`, "LEAD"),
    );
    const orderId = await bought();
    const opened = await open(orderId);
    const told = async () =>
      (
        await lead.ask(
          "query { notifications(first: 50) { edges { node { kind sentence order { id } } } } }",
        )
      ).notifications.edges
        .filter(({ node }: Answer) => node.order?.id === orderId)
        .map(({ node }: Answer) => node.kind);
    await until(async () => expect(await told()).toEqual(["chargeback.opened"]));
    await agent.ask(documents.moveClock, {
      hours: app.hoursUntil(opened.evidenceDueBy) - 47,
    });
    await until(async () => expect(await told()).toContain("chargeback.evidenceReminder"));
    for (const client of [buyer, seller]) {
      const { order } = await client.ask(
        "query ($id: ID!) { order(id: $id) { timeline { kind } } }",
        { id: orderId },
      );
      const kinds = order.timeline.map(({ kind }: Answer) => kind);
      expect(kinds).not.toContain("chargeback.evidenceReminder");
    }
  });

  test("once it is lost the refund is not made, and an agent closes it with words", async () => {
    const orderId = await bought();
    const { id } = await open(orderId);
    const refundId = await cancel(orderId);
    await becomes(refundId, { nextAction: { kind: "SETTLE_CHARGEBACK" } });
    const close = async () =>
      (
        await agent.ask(
          "mutation ($input: CloseHeldRefundInput!) { closeHeldRefund(input: $input) { __typename } }",
          { input: { refundId, reason: "Your bank has paid you.", idempotencyKey: freshKey() } },
        )
      ).closeHeldRefund.__typename;
    expect(await close()).toBe("NotInThisState");
    await move(id, "LOST");
    await becomes(refundId, { nextAction: { kind: "CLOSE_AS_PAID_BY_BANK" } });
    expect(await close()).toBe("RefundSuccess");
    expect((await refundOf(refundId)).status).toBe("CANCELED");
    const { cancellations } = await orderOf(orderId);
    expect(cancellations[0].status).toBe("COMPLETED");
    expect(await books(orderId)).toMatchObject({ CHARGEBACK: 0, SHOP_BALANCE: 10_000 });
    const made = [...app.provider.books.refunds.values()].filter(({ amountMinor }) => amountMinor);
    expect(made.every(({ reference }) => reference !== refundId)).toBe(true);
  });

  test("so is one that had failed, was tried again, and can't be sent any more", async () => {
    const orderId = await bought("always_fails");
    const refundId = await cancel(orderId);
    await becomes(refundId, { status: "FAILED" });
    const { id } = await open(orderId);
    await move(id, "LOST");
    const send = async (name: string, type: string, more: object = {}) =>
      (
        await agent.ask(`mutation ($input: ${type}!) { ${name}(input: $input) { __typename } }`, {
          input: { refundId, idempotencyKey: freshKey(), ...more },
        })
      )[name].__typename;
    expect(await send("retryRefund", "RetryRefundInput")).toBe("RefundSuccess");
    await becomes(refundId, { nextAction: { kind: "CLOSE_AS_PAID_BY_BANK" } });
    const reason = "Your bank has paid you.";
    expect(await send("closeHeldRefund", "CloseHeldRefundInput", { reason })).toBe("RefundSuccess");
    expect((await refundOf(refundId)).status).toBe("CANCELED");
    expect((await orderOf(orderId)).cancellations[0].status).toBe("COMPLETED");
  });

  test("what a lost one left of the payment still goes back", async () => {
    const orderId = await bought();
    const { id } = await open(orderId, { amountMinor: 3000 });
    await move(id, "LOST");
    const give = (amountMinor: number) =>
      agent.ask(
        "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { __typename ... on RefundSuccess { refund { id } } } }",
        { input: { orderId, amountMinor, reason: "Rest", idempotencyKey: freshKey() } },
      );
    expect((await give(7001)).refundOnBehalf.__typename).toBe("AmountAboveRefundable");
    const { refundOnBehalf } = await give(7000);
    await becomes(refundOnBehalf.refund.id, { status: "SUCCEEDED" });
  });

  test("what a lost one left can be had otherwise where it can't go back that way", async () => {
    const orderId = await bought("always_fails");
    await move((await open(orderId, { amountMinor: 3000 })).id, "LOST");
    const { refundOnBehalf } = await agent.ask(
      "mutation ($input: RefundOnBehalfInput!) { refundOnBehalf(input: $input) { ... on RefundSuccess { refund { id } } } }",
      { input: { orderId, amountMinor: 4000, reason: "Rest", idempotencyKey: freshKey() } },
    );
    const refundId: string = refundOnBehalf.refund.id;
    await becomes(refundId, { status: "FAILED", nextAction: { kind: "PUT_REFUND_RIGHT" } });
    expect((await refundOf(refundId)).payoutOptions.length).toBe(3);
    const { takeStoreCredit } = await buyer.ask(
      "mutation ($input: TakeStoreCreditInput!) { takeStoreCredit(input: $input) { __typename } }",
      { input: { refundId, creditMinor: 4200, idempotencyKey: freshKey() } },
    );
    expect(takeStoreCredit.__typename).toBe("RefundSuccess");
    expect((await refundOf(refundId)).status).toBe("SUCCEEDED");
  });

  test("one that comes after the refund is told with its evidence, and the shop never pays twice", async () => {
    const orderId = await bought();
    const refundId = await cancel(orderId);
    await becomes(refundId, { status: "SUCCEEDED" });
    const opened = await open(orderId);
    expect(opened.alreadyRefunded).toMatch(/refunded/);
    await move(opened.id, "LOST");
    expect(await books(orderId)).toMatchObject({ CHARGEBACK: 0, CHARGEBACK_LOSS: 10_000 });
  });

  test("one of nothing, or less, is none", async () => {
    const orderId = await bought();
    for (const amountMinor of [0, -1]) expect(await open(orderId, { amountMinor })).toBeNull();
    expect((await orderOf(orderId)).financialStatus).toBe("PAID");
  });

  test("one beyond the payment is taken as it is, and told", async () => {
    const orderId = await bought();
    const opened = await open(orderId, { amountMinor: 12_500 });
    expect(opened.beyondPayment).toEqual({ amountMinor: 2500 });
    await move(opened.id, "LOST");
    expect(await books(orderId)).toMatchObject({ SHOP_BALANCE: 10_000, CHARGEBACK_LOSS: 2500 });
  });

  test("nothing is offered for a failed refund while the bank argues about its payment", async () => {
    const orderId = await bought("always_fails");
    const refundId = await cancel(orderId);
    await becomes(refundId, { status: "FAILED" });
    expect((await refundOf(refundId)).payoutOptions.length).toBe(3);
    await open(orderId);
    expect((await refundOf(refundId)).payoutOptions).toEqual([]);
  });

  test("the database itself sends nothing back of a payment that is argued about", async () => {
    const orderId = await bought();
    await open(orderId);
    const refundId = await cancel(orderId);
    await becomes(refundId, { nextAction: { kind: "SETTLE_CHARGEBACK" } });
    await expect(
      app.platform.database.query(
        `INSERT INTO refund_attempts (id, allocation_id, refund_id, number, provider_key, status, created_at)
         SELECT 'rat_x', id, refund_id, 1, 'k', 'OPEN', now() FROM refund_allocations WHERE refund_id = $1`,
        [refundId],
      ),
    ).rejects.toThrow(/a bank argues/);
    await expect(
      app.platform.database.query("UPDATE orders SET charged_back_minor = 0 WHERE id = $1", [
        orderId,
      ]),
    ).rejects.toThrow(/follows chargeback_shares/);
  });
});

describe("a chargeback's mirror", () => {
  test("only warns first; is asked about when webhooks are lost; and takes each step once", async () => {
    const orderId = await bought();
    app.provider.muted = true;
    const warned = await open(orderId, { warning: true, reason: "product_not_received" });
    expect(warned.reason).toBe("The cardholder says that nothing arrived.");
    expect((await orderOf(orderId)).financialStatus).toBe("PAID");
    const [known] = await app.platform.database.query(
      "SELECT provider_chargeback_id AS id FROM chargebacks WHERE id = $1",
      [warned.id],
    );
    app.provider.books.moveChargeback(known.id, "needs_response");
    app.provider.books.moveChargeback(known.id, "under_review");
    app.provider.muted = false;
    await agent.ask(documents.moveClock, { hours: 25 });
    await until(async () => {
      const { order } = await agent.ask(
        "query ($id: ID!) { order(id: $id) { chargebacks { status } } }",
        { id: orderId },
      );
      expect(order.chargebacks).toEqual([{ status: "UNDER_REVIEW" }]);
    });
    await move(warned.id, "NEEDS_RESPONSE");
    const won = await move(warned.id, "WON");
    expect(won.status).toBe("WON");
    expect(await books(orderId)).toMatchObject({ CHARGEBACK: 0, PROVIDER_CLEARING: 0 });
  });

  test("of a purchase from two shops concerns both orders, each shop with its share", async () => {
    const owner = { name: "Other", email: "other@shops.example" };
    const other = await app.world.shop({ name: "Other", policy: "automatic", owner });
    const line = (unitPriceMinor: number) => [{ title: "Cup", quantity: 1, unitPriceMinor }];
    const [first, second] = await app.world.purchase({
      buyerId: ana,
      orders: [
        { shop, lines: line(3000) },
        { shop: other, lines: line(1000) },
      ],
      payments: [{ testMethod: "instant" }],
    });
    const opened = await open(first?.id ?? "");
    expect(opened.orders.length).toBe(2);
    const { order } = await seller.ask(
      `query ($id: ID!) { order(id: $id) { chargebacks { ${chargeback} } } }`,
      { id: first?.id },
    );
    expect(order.chargebacks[0]).toMatchObject({
      amount: { amountMinor: 3000 },
      orders: [{ id: first?.id }],
      alreadyRefunded: null,
    });
    expect(await heldOf(second?.id ?? "")).toBe(1000);
    const { chargebacks } = await seller.ask("{ chargebacks { edges { node { id } } } }");
    expect(chargebacks.edges).toEqual([]);
  });

  test("of a payment that is for one order alone concerns nobody else's", async () => {
    const owner = { name: "Third", email: "third@shops.example" };
    const third = await app.world.shop({ name: "Third", policy: "automatic", owner });
    const lines = [{ title: "Cup", quantity: 1, unitPriceMinor: 3000 }];
    const [first, second] = await app.world.purchase({
      buyerId: ana,
      orders: [
        { shop, lines, money: "authorized" },
        { shop: third, lines, money: "authorized" },
      ],
      payments: [{ testMethod: "instant" }],
    });
    for (const [id, ownerId] of [
      [first?.id, shop.ownerId],
      [second?.id, third.ownerId],
    ]) {
      const client = await app.client("seller", ownerId ?? "");
      const pack =
        "mutation ($input: StartProcessingInput!) { startProcessing(input: $input) { __typename } }";
      await client.ask(pack, { input: { orderId: id, idempotencyKey: freshKey() } });
      await until(async () => expect((await orderOf(id ?? "")).financialStatus).toBe("PAID"));
    }
    const [paid] = await app.platform.database.query(
      "SELECT provider_charge_id AS id FROM payments WHERE order_id = $1",
      [second?.id],
    );
    const { books: theirs } = app.provider;
    const evidence = { reason: "fraudulent", status: "needs_response", evidenceDays: 7 } as const;
    theirs.openChargeback({ chargeId: paid.id, amountMinor: 3000, ...evidence });
    await until(async () => expect(await heldOf(second?.id ?? "")).toBe(3000));
    expect(await heldOf(first?.id ?? "")).toBe(0);
    expect((await orderOf(first?.id ?? "")).financialStatus).toBe("PAID");
  });
});
