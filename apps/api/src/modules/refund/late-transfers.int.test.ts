import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { freeRetriedParts } from "#platform/database/migrations/1764112901000-paid-already.js";
import { type RepaymentStage, startRepaymentStage } from "../../testing/repayment-stage.js";
import { until } from "../../testing/until.js";

let at: RepaymentStage;
beforeAll(async () => {
  at = await startRepaymentStage();
});
afterAll(() => at.app.close());

/** A refund that failed, and the transfer that failed after it. */
async function failedTwice(testMethods = ["always_fails"]) {
  const made = await at.canceled(testMethods);
  await at.becomes(made.refundId, "FAILED");
  const payoutId = await at.transfer(made.refundId, "TEST CLOSED");
  await until(async () =>
    expect((await at.refundOf(made.refundId)).payouts).toMatchObject([{ status: "FAILED" }]),
  );
  return { ...made, payoutId };
}
const statusOf = async (payoutId: string): Promise<string> => {
  const [{ status }] = await at.sql("SELECT status FROM refund_payouts WHERE id = $1", [payoutId]);
  return status;
};
/** By plain SQL, and as if the credit had come back: the same once more. */
const payAgain = (refundId: string) =>
  at.app.platform.database.transaction(async (manager) => {
    await manager.query("UPDATE refund_allocations SET status = 'REVERSED' WHERE refund_id = $1", [
      refundId,
    ]);
    await manager.query(
      `INSERT INTO refund_payouts (id, refund_id, kind, amount_minor, bonus_minor, currency, status, consent_by_id, consent_at)
       SELECT 'again', refund_id, kind, amount_minor, bonus_minor, currency, 'OPEN', consent_by_id, consent_at
       FROM refund_payouts WHERE refund_id = $1 AND kind = 'STORE_CREDIT'`,
      [refundId],
    );
  });

describe("a bank transfer that worked after it had failed", () => {
  test("counts where nothing else pays, so that nothing is offered any more", async () => {
    const { orderId, refundId, payoutId } = await failedTwice();
    await at.bankSays(payoutId, "succeeded");
    const refund = await at.refundOf(refundId);
    expect(refund).toMatchObject({ status: "SUCCEEDED", payoutOptions: [], incidents: [] });
    expect(await at.books(orderId)).toEqual({ owed: 0, given: 0 });
    await at.bankSays(payoutId, "returned");
    expect((await at.refundOf(refundId)).status).toBe("REVERSED");
    expect((await at.books(orderId)).owed).toBe(-10_000);
  });

  test("is believed only when the bank says so itself", async () => {
    const { refundId, payoutId } = await failedTwice();
    await at.bankSays(payoutId, "succeeded", false);
    await until(async () => {
      const jobs = await at.sql(
        "SELECT 1 FROM graphile_worker.jobs WHERE task_identifier = 'refund.confirmPayout'",
      );
      expect(jobs).toEqual([]);
    });
    expect((await at.refundOf(refundId)).status).toBe("FAILED");
  });

  test("is paid twice once the buyer took credit: booked, and settled by support or by the bank", async () => {
    const { orderId, refundId, payoutId } = await failedTwice();
    await at.send(at.buyer, "takeStoreCredit", { refundId, creditMinor: 10_500 });
    await at.bankSays(payoutId, "succeeded");
    await at.bankSays(payoutId, "succeeded");
    const { status, incidents } = await at.refundOf(refundId);
    expect(status).toBe("SUCCEEDED");
    expect(incidents).toMatchObject([{ amount: { amountMinor: 10_000 }, settlement: null }]);
    expect(await statusOf(payoutId)).toBe("PAID_TWICE");
    await until(async () => {
      const mails = await at.sql(
        `SELECT to_address AS to FROM emails WHERE subject LIKE '%paid otherwise%'
           AND body LIKE '%' || $1 || '%'`,
        [orderId],
      );
      expect(mails).toEqual([{ to: "lea@desk.example" }]);
    });
    expect((await at.books(orderId)).owed).toBe(10_000);
    await at.settle(at.lead, incidents[0].id, "WRITTEN_OFF");
    expect(await at.books(orderId)).toEqual({ owed: 0, given: 10_000 });
    await expect(payAgain(refundId)).rejects.toThrow(/written off/);
    // The bank sends it back after all: what was written off is nobody's gift.
    await at.bankSays(payoutId, "returned");
    expect(await at.books(orderId)).toEqual({ owed: 0, given: 0 });
    const [{ settlement }] = (await at.refundOf(refundId)).incidents;
    expect(settlement).toBe("PAID_BACK");
  });

  test("is counted back once where an agent said so before the bank did", async () => {
    const { orderId, refundId, payoutId } = await failedTwice();
    await at.send(at.buyer, "takeStoreCredit", { refundId, creditMinor: 10_500 });
    await at.bankSays(payoutId, "succeeded");
    const [incident] = (await at.refundOf(refundId)).incidents;
    await at.settle(at.agent, incident.id, "PAID_BACK");
    await at.bankSays(payoutId, "returned");
    expect((await at.books(orderId)).owed).toBe(0);
  });

  test("is no double payment where the next transfer failed later", async () => {
    const { orderId, refundId, payoutId } = await failedTwice();
    const next = await at.transfer(refundId);
    await at.bankSays(payoutId, "succeeded");
    expect((await at.refundOf(refundId)).incidents).toHaveLength(1);
    await at.bankSays(next, "failed");
    const refund = await at.refundOf(refundId);
    expect(refund).toMatchObject({ status: "SUCCEEDED", incidents: [{ settlement: "NOT_TWICE" }] });
    expect(await statusOf(payoutId)).toBe("SUCCEEDED");
    expect((await at.books(orderId)).owed).toBe(0);
  });

  test("pays the part that is still unpaid, and is twice for the one that a card took meanwhile", async () => {
    const { orderId, refundId, payoutId } = await failedTwice(["fails_once", "always_fails"]);
    await at.send(at.buyer, "retryRefund", { refundId });
    await until(async () => {
      const attempts = await at.attemptsOf(refundId);
      expect(attempts.map(({ status }) => status).sort()).toEqual([
        "FAILED",
        "FAILED",
        "FAILED",
        "SUCCEEDED",
      ]);
    });
    await at.bankSays(payoutId, "succeeded");
    const { status, incidents } = await at.refundOf(refundId);
    expect(status).toBe("SUCCEEDED");
    expect(incidents).toMatchObject([{ amount: { amountMinor: 5_000 } }]);
    expect((await at.books(orderId)).owed).toBe(5_000);
    await at.bankSays(payoutId, "returned");
    const back = await at.refundOf(refundId);
    expect(back).toMatchObject({ status: "REVERSED", incidents: [{ settlement: "PAID_BACK" }] });
    expect(back.payoutOptions[0].amount.amountMinor).toBe(5_000);
    expect((await at.books(orderId)).owed).toBe(-5_000);
  });
});

test("what a card paid stays paid where an older version left the failed transfer on it", async () => {
  const { orderId, refundId, payoutId } = await failedTwice(["fails_once"]);
  await at.send(at.buyer, "retryRefund", { refundId });
  await at.becomes(refundId, "SUCCEEDED");
  await at.sql("UPDATE refund_allocations SET payout_id = $1 WHERE refund_id = $2", [
    payoutId,
    refundId,
  ]);
  await at.sql(freeRetriedParts);
  await at.bankSays(payoutId, "succeeded");
  await at.bankSays(payoutId, "returned");
  expect(await at.refundOf(refundId)).toMatchObject({
    status: "SUCCEEDED",
    incidents: [{ settlement: "PAID_BACK" }],
  });
  expect(await at.books(orderId)).toEqual({ owed: 0, given: 0 });
});

describe("what is still owed", () => {
  test("after the buyer gave a double payment back can be had in every way", async () => {
    const { orderId, refundId } = await at.canceled(["always_fails"]);
    await at.becomes(refundId, "FAILED");
    const [attempt] = await at.attemptsOf(refundId);
    const payoutId = await at.transfer(refundId);
    await at.providerSays(attempt, "succeeded");
    const [incident] = (await at.refundOf(refundId)).incidents;
    await at.settle(at.lead, incident.id, "PAID_BACK");
    await at.bankSays(payoutId, "failed");
    const kinds = (await at.refundOf(refundId)).payoutOptions.map(
      ({ kind }: { kind: string }) => kind,
    );
    expect(kinds).toEqual(["RETRY", "BANK_TRANSFER", "STORE_CREDIT"]);
    await at.transfer(refundId, "Ana Souza");
    await at.becomes(refundId, "SUCCEEDED");
    expect((await at.books(orderId)).owed).toBe(0);
  });

  test("of a part that came back while a transfer paid another is offered, not lost", async () => {
    const { orderId, refundId } = await at.canceled(["instant", "always_fails"]);
    await at.becomes(refundId, "FAILED");
    const payoutId = await at.transfer(refundId);
    const paid = (await at.attemptsOf(refundId)).find(({ status }) => status === "SUCCEEDED");
    await at.providerSays(paid, "reversed");
    await at.bankSays(payoutId, "succeeded");
    const refund = await at.refundOf(refundId);
    expect(refund.status).toBe("FAILED");
    expect(refund.payoutOptions[0].amount.amountMinor).toBe(5_000);
    expect((await at.books(orderId)).owed).toBe(-5_000);
    // And the transfer comes back, too: nothing of it is lost either.
    await at.bankSays(payoutId, "returned");
    const [{ amount }] = (await at.refundOf(refundId)).payoutOptions;
    expect(amount.amountMinor).toBe(10_000);
  });
});

describe("a refund that waits for the buyer's bank details", () => {
  const give = (refundId: string) =>
    at.send(at.buyer, "giveBankDetails", {
      refundId,
      details: { kind: "PIX", holder: "Ana", pixKey: "8d1f7b3a-2c64-4e0b-9a57-0f6c1d2e3b4a" },
    });

  test("is called off by support, once its provider gave it up, and frees what it reserved", async () => {
    const { orderId, refundId } = await at.canceled(["needs_bank_details"]);
    await at.becomes(refundId, "REQUIRES_ACTION");
    const input = { refundId, reason: "You settled it with the shop" };
    expect((await at.send(at.buyer, "cancelRefund", input)).__typename).toBe("PersonNotAllowed");
    expect((await at.send(at.agent, "cancelRefund", input)).__typename).toBe("RefundSuccess");
    expect((await give(refundId)).__typename).toBe("NotInThisState");
    expect((await at.send(at.agent, "cancelRefund", input)).__typename).toBe("NotInThisState");
    const refund = await at.becomes(refundId, "CANCELED");
    expect(refund).toMatchObject({ bankDetailsAsked: null, payoutOptions: [], nextAction: null });
    const [attempt] = await at.attemptsOf(refundId);
    const there = at.app.provider.books.refunds.get(attempt?.provider_refund_id ?? "");
    expect(there?.status).toBe("canceled");
    expect(await at.books(orderId)).toEqual({ owed: 0, given: 0 });
    const again = { orderId, amountMinor: 10_000, reason: "Due after all" };
    expect((await at.send(at.lead, "refundOnBehalf", again)).__typename).toBe("RefundSuccess");
  });

  test("still asks for them when another part comes back, which is offered afterwards", async () => {
    const { orderId, refundId } = await at.canceled(["needs_bank_details", "instant"]);
    await at.becomes(refundId, "REQUIRES_ACTION");
    const paid = (await at.attemptsOf(refundId)).find(({ status }) => status === "SUCCEEDED");
    await at.providerSays(paid, "reversed");
    const waits = await at.refundOf(refundId);
    expect(waits.status).toBe("REQUIRES_ACTION");
    expect(waits.bankDetailsAsked.until).toBe(waits.nextAction.deadline);
    expect((await give(refundId)).__typename).toBe("RefundSuccess");
    const { payoutOptions, failureReason } = await at.becomes(refundId, "FAILED");
    expect(failureReason).toBe("The bank sent it back.");
    expect(payoutOptions[0].amount.amountMinor).toBe(5_000);
    expect((await at.books(orderId)).owed).toBe(-5_000);
  });
});
