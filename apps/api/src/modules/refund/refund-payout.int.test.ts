import { afterAll, describe, expect, test } from "vitest";
import * as documents from "../../testing/documents.js";
import { startQuickShop } from "../../testing/quick-shop.js";
import { approveNewest } from "../../testing/second-person.js";
import { type Answer, freshKey, type TestClient } from "../../testing/test-client.js";
import { until } from "../../testing/until.js";
import { recordPayout } from "./record-payout.js";

const { app, shop, ana, buyer, agent, lead } = await startQuickShop();
afterAll(() => app.close());

const pixKey = "8d1f7b3a-2c64-4e0b-9a57-0f6c1d2e3b4a";
const pix = (holder = "Ana Souza") => ({ kind: "PIX", holder, pixKey });
const fields = `status pendingReason failureReason expectedAtBankBy
  bankDetailsAsked { reason until accounts } payoutOptions { kind amount { amountMinor } bonus { amountMinor } accounts }
  payouts { id kind status account amount { amountMinor } failureReason } steps { code state }
  nextAction { owner kind deadline onTimeout } incidents { id amount { amountMinor } settlement }`;

async function canceled(testMethods: string[], unitPriceMinor = 10_001) {
  const [order] = await app.world.purchase({
    buyerId: ana,
    orders: [{ shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor }] }],
    payments: testMethods.map((testMethod) => ({ testMethod })),
  });
  const input = { orderId: order?.id, idempotencyKey: freshKey() };
  const { requestCancellation } = await buyer.ask(documents.requestCancellation, { input });
  return { orderId: order?.id ?? "", refundId: requestCancellation.cancellation.refund.id };
}

const refundOf = async (refundId: string, client = buyer): Promise<Answer> =>
  (await client.ask(`query ($id: ID!) { refund(id: $id) { ${fields} } }`, { id: refundId })).refund;

const becomes = (refundId: string, status: string) =>
  until(async () => {
    const refund = await refundOf(refundId);
    expect(refund.status).toBe(status);
    return refund;
  });

const send = async (name: string, type: string, input: object, client = buyer): Promise<Answer> =>
  (
    await client.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { __typename ... on RefundSuccess { replayed refund { ${fields} } } ... on BankDetailsUnusable { field } ... on Refusal { message nextSteps { kind } } } }`,
      { input: { idempotencyKey: freshKey(), ...input } },
    )
  )[name];
const give = (refundId: string, details = pix()) =>
  send("giveBankDetails", "GiveBankDetailsInput", { refundId, details });
const transfer = (refundId: string, details = pix()) =>
  send("takeBankTransfer", "TakeBankTransferInput", { refundId, details });
const credit = (refundId: string, creditMinor: number) =>
  send("takeStoreCredit", "TakeStoreCreditInput", { refundId, creditMinor });

/** What our ledger says is still owed for an order, and in each account that pays it. */
async function owed(orderId: string): Promise<Record<string, number>> {
  const rows: { account: string; sum: string }[] = await app.platform.database.query(
    `SELECT e.account, SUM(e.amount_minor) AS sum FROM ledger_entries e
     JOIN ledger_transactions t ON t.id = e.transaction_id WHERE t.order_id = $1 GROUP BY 1`,
    [orderId],
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, Number(sum)]));
}

describe("a refund that waits for the buyer's bank details", () => {
  test("says so with its date, takes them, asks again for wrong ones, and arrives", async () => {
    const { orderId, refundId } = await canceled(["needs_bank_details"]);
    const waits = await becomes(refundId, "REQUIRES_ACTION");
    expect(waits.bankDetailsAsked.accounts).toEqual(["PIX", "BR_BANK"]);
    expect(waits.nextAction).toMatchObject({
      owner: "BUYER",
      kind: "GIVE_BANK_DETAILS",
      deadline: waits.bankDetailsAsked.until,
    });
    const wrong = await give(refundId, { ...pix(), pixKey: "no key at all" });
    expect(wrong).toMatchObject({ __typename: "BankDetailsUnusable", field: "pixKey" });
    expect((await give(refundId, pix("TEST WRONG"))).refund.status).toBe("PROCESSING");
    const again = await becomes(refundId, "REQUIRES_ACTION");
    expect(again.bankDetailsAsked.reason).toMatch(/could not use these details/);
    expect((await give(refundId)).__typename).toBe("RefundSuccess");
    await becomes(refundId, "SUCCEEDED");
    expect((await give(refundId)).__typename).toBe("NotInThisState");
    expect((await owed(orderId)).REFUND_OWED).toBe(0);
  });

  test("FIELD 3: fails when they never come, once the provider gave it up, and tells nobody of money", async () => {
    const { refundId } = await canceled(["needs_bank_details"]);
    await becomes(refundId, "REQUIRES_ACTION");
    await agent.ask(documents.moveClock, { hours: 24 * 31 });
    const failed = await becomes(refundId, "FAILED");
    expect(failed.failureReason).toBe("No bank details were given in time.");
    expect(failed.payoutOptions.map(({ kind }: { kind: string }) => kind)).toEqual([
      "RETRY",
      "BANK_TRANSFER",
      "STORE_CREDIT",
    ]);
    const told: { kind: string }[] = await app.platform.database.query(
      "SELECT kind FROM timeline_events WHERE refund_id = $1 ORDER BY seq",
      [refundId],
    );
    const kinds = told.map(({ kind }) => kind);
    expect(kinds).toContain("refund.actionReminder");
    expect(kinds).not.toContain("refund.succeeded");
  });

  test("keeps them sealed, masked, out of every other table, and erases them at the end", async () => {
    const { refundId } = await canceled(["always_fails"]);
    await becomes(refundId, "FAILED");
    const key = freshKey();
    const input = { refundId, details: pix(), idempotencyKey: key };
    const taken = await send("takeBankTransfer", "TakeBankTransferInput", input);
    expect(taken.refund.payouts[0].account).toBe(`Pix •••• ${pixKey.slice(-4)}`);
    const same = await send("takeBankTransfer", "TakeBankTransferInput", input);
    expect(same.replayed).toBe(true);
    const other = { ...input, details: pix("Somebody else") };
    const conflict = await send("takeBankTransfer", "TakeBankTransferInput", other);
    expect(conflict.__typename).toBe("IdempotencyConflict");
    await becomes(refundId, "SUCCEEDED");
    const { database } = app.platform;
    const tables: { name: string }[] = await database.query(
      `SELECT format('%I.%I', schemaname, relname) AS name FROM pg_stat_user_tables`,
    );
    for (const { name } of tables) {
      const found = await database.query(
        `SELECT 1 FROM ${name} t WHERE t::text LIKE '%' || $1 || '%' LIMIT 1`,
        [pixKey],
      );
      expect({ name, found: found.length }).toEqual({ name, found: 0 });
    }
    const [details] = await database.query(
      "SELECT sealed, erased_at FROM bank_details WHERE refund_id = $1",
      [refundId],
    );
    expect(details.sealed).toBeNull();
    expect(details.erased_at).not.toBeNull();
  });
});

describe("a refund that failed", () => {
  test("goes to the buyer's account with their consent, once, and is told apart from a card's", async () => {
    const { orderId, refundId } = await canceled(["instant", "always_fails"]);
    const failed = await becomes(refundId, "FAILED");
    const unpaid = failed.payoutOptions[0].amount.amountMinor;
    expect(unpaid).toBe(5000);
    const tries = await Promise.all(Array.from({ length: 5 }, () => transfer(refundId)));
    const kinds = tries.map(({ __typename }) => __typename).sort();
    expect(kinds).toEqual([...Array(4).fill("PayoutNotOffered"), "RefundSuccess"]);
    const paid = await becomes(refundId, "SUCCEEDED");
    expect(paid.payouts).toMatchObject([
      { kind: "BANK_TRANSFER", status: "SUCCEEDED", amount: { amountMinor: unpaid } },
    ]);
    expect(paid.steps.map(({ code }: { code: string }) => code)).toContain("transferred");
    const books = await owed(orderId);
    expect(books.REFUND_OWED).toBe(0);
    expect(books.BANK).toBe(-unpaid);
    const made = [...app.provider.books.payouts.values()].filter(
      ({ reference }) => reference === paid.payouts[0].id,
    );
    expect(made.map(({ status }) => status)).toEqual(["succeeded"]);
  });

  test("is made once though the bank's answer was lost", async () => {
    const { refundId } = await canceled(["always_fails"]);
    await becomes(refundId, "FAILED");
    await transfer(refundId, pix("TEST LOST"));
    const { payouts } = await becomes(refundId, "SUCCEEDED");
    const made = [...app.provider.books.payouts.values()];
    expect(made.filter(({ reference }) => reference === payouts[0].id).length).toBe(1);
  });

  test("can be chosen again after a transfer that failed, and after one that came back", async () => {
    const { orderId, refundId } = await canceled(["always_fails"]);
    await becomes(refundId, "FAILED");
    await transfer(refundId, pix("TEST CLOSED"));
    const failed = await becomes(refundId, "FAILED");
    expect(failed.payouts[0].failureReason).toBe("The bank account was closed.");
    await transfer(refundId, pix("TEST RETURNED"));
    await becomes(refundId, "REVERSED");
    expect((await owed(orderId)).REFUND_OWED).toBe(-10_001);
    await transfer(refundId);
    await becomes(refundId, "SUCCEEDED");
    expect((await owed(orderId)).REFUND_OWED).toBe(0);
  });

  test("becomes store credit with its bonus, for exactly what was offered, and nobody else's", async () => {
    const { orderId, refundId } = await canceled(["always_fails"]);
    await becomes(refundId, "FAILED");
    expect((await credit(refundId, 10_001)).__typename).toBe("PayoutOfferChanged");
    const foe = await app.client("buyer", await app.world.person("Foe", `${freshKey()}@x.example`));
    const input = { refundId, creditMinor: 10_501 };
    for (const stranger of [foe, agent]) {
      const refused = await send("takeStoreCredit", "TakeStoreCreditInput", input, stranger);
      expect(refused.__typename).toMatch(/NotFound|PersonNotAllowed/);
    }
    const taken = (await credit(refundId, 10_501)).refund;
    expect(taken).toMatchObject({ status: "SUCCEEDED", expectedAtBankBy: null });
    expect((await credit(refundId, 10_501)).__typename).toBe("PayoutNotOffered");
    const { storeCredit } = await buyer.ask(
      "{ storeCredit { balances { amountMinor currency } entries { edges { node { kind label amount { amountMinor } refund { id } } } } } }",
    );
    expect(storeCredit.balances).toEqual([{ amountMinor: 10_501, currency: "BRL" }]);
    expect(storeCredit.entries.edges.length).toBe(2);
    const books = await owed(orderId);
    expect(books).toMatchObject({ REFUND_OWED: 0, STORE_CREDIT: -10_501, GOODWILL: 500 });
    const { order } = await buyer.ask(documents.orderStory, { id: orderId });
    expect(order.financialStatus).toBe("REFUNDED");
  });

  test("is tried again the plain way by the buyer, too", async () => {
    const { refundId } = await canceled(["fails_once"]);
    await becomes(refundId, "FAILED");
    const retry =
      "mutation ($input: RetryRefundInput!) { retryRefund(input: $input) { __typename } }";
    const input = { refundId, idempotencyKey: freshKey() };
    expect((await buyer.ask(retry, { input })).retryRefund.__typename).toBe("RefundSuccess");
    await becomes(refundId, "SUCCEEDED");
  });

  test.each(["reversed_later", "fails_after_success"])(
    "after its success (%s) is reversed, also when no webhook says so",
    async (method) => {
      app.provider.muted = true;
      const { orderId, refundId } = await canceled([method]);
      try {
        await becomes(refundId, "SUCCEEDED");
        await until(async () => {
          const refunds = [...app.provider.books.refunds.values()];
          expect(refunds.at(-1)?.status).not.toBe("succeeded");
        });
        await agent.ask(documents.moveClock, { hours: 25 });
        await becomes(refundId, "REVERSED");
      } finally {
        app.provider.muted = false;
      }
      expect((await owed(orderId)).REFUND_OWED).toBe(-10_001);
    },
  );
});

describe("an attempt that worked after it had failed", () => {
  /** A refund that failed, and what has its provider say that it worked after all. */
  async function failed() {
    const made = await canceled(["always_fails"]);
    await becomes(made.refundId, "FAILED");
    const { refunds } = app.provider.books;
    const theirs = [...refunds.keys()].at(-1) ?? "";
    return { ...made, works: () => app.provider.books.turnRefund(theirs, "succeeded") };
  }

  test("counts, and nothing is offered any more", async () => {
    const { orderId, refundId, works } = await failed();
    works();
    await becomes(refundId, "SUCCEEDED");
    expect((await refundOf(refundId)).payoutOptions).toEqual([]);
    expect((await owed(orderId)).REFUND_OWED).toBe(0);
  });

  test("FIELD 2: is paid twice once the buyer was paid otherwise: booked, told and settled by support", async () => {
    const { orderId, refundId, works } = await failed();
    expect((await credit(refundId, 10_501)).refund.status).toBe("SUCCEEDED");
    works();
    const incident = await until(async () => {
      const { incidents } = await refundOf(refundId, agent);
      expect(incidents.length).toBe(1);
      return incidents[0];
    });
    expect((await refundOf(refundId)).incidents).toEqual([]);
    expect((await owed(orderId)).REFUND_OWED).toBe(10_001);
    const settle = async (client: TestClient, settlement: string) =>
      (
        await client.ask(
          "mutation ($input: SettleRefundIncidentInput!) { settleRefundIncident(input: $input) { __typename } }",
          {
            input: {
              incidentId: incident.id,
              settlement,
              note: "Too little to ask back.",
              idempotencyKey: freshKey(),
            },
          },
        )
      ).settleRefundIncident.__typename;
    expect(await settle(agent, "WRITTEN_OFF")).toBe("ApprovalRequired");
    expect((await owed(orderId)).REFUND_OWED).not.toBe(0);
    await approveNewest(lead);
    expect(await settle(lead, "PAID_BACK")).toBe("NotFound");
    expect(await owed(orderId)).toMatchObject({
      REFUND_OWED: 0,
      OVERPAYMENT_LOSS: 10_001,
      GOODWILL: 500,
    });
    const { refundIncidents } = await agent.ask("{ refundIncidents { edges { node { id } } } }");
    expect(refundIncidents.edges.map(({ node }: Answer) => node.id)).not.toContain(incident.id);
  });

  test("is no double payment where the other way failed later", async () => {
    const { orderId, refundId, works } = await failed();
    await transfer(refundId, pix("TEST SLOW"));
    works();
    await until(async () => {
      expect((await refundOf(refundId, agent)).incidents.length).toBe(1);
    });
    const { payouts } = await refundOf(refundId);
    const said = { reference: payouts[0].id, status: "failed", failureReason: null } as const;
    await recordPayout(app.platform, said);
    expect((await refundOf(refundId)).status).toBe("SUCCEEDED");
    expect((await refundOf(refundId, agent)).incidents[0].settlement).toBe("NOT_TWICE");
    expect((await owed(orderId)).REFUND_OWED).toBe(0);
  });
});
