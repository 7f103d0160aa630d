import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type RepaymentStage, startRepaymentStage } from "../../testing/repayment-stage.js";
import { until } from "../../testing/until.js";

let at: RepaymentStage;
beforeAll(async () => {
  at = await startRepaymentStage();
});
afterAll(() => at.app.close());

/** The two parts of a refund: which of them a bank has taken, and what the other one is. */
async function partsOf(refundId: string): Promise<{ restMinor: number; bankMinor: number }> {
  const rows = await at.sql(
    `SELECT a.amount_minor::int AS minor, EXISTS (SELECT 1 FROM chargebacks c
       WHERE c.payment_id = a.payment_id) AS taken
     FROM refund_allocations a WHERE a.refund_id = $1`,
    [refundId],
  );
  const minorOf = (taken: boolean): number =>
    rows.find((row: { taken: boolean }) => row.taken === taken).minor;
  return { restMinor: minorOf(false), bankMinor: minorOf(true) };
}
const offered = async (refundId: string) =>
  (await at.refundOf(refundId)).payoutOptions.map(
    ({ amount }: { amount: { amountMinor: number } }) => amount.amountMinor,
  );
const creditOf = (minor: number) => minor + Math.floor(minor / 20);

describe("a refund over two payments, of which a bank paid one", () => {
  test("offers another way for the part that merely failed, and is then closed by support", async () => {
    const { orderId, refundId } = await at.canceled(["always_fails", "always_fails"]);
    await at.becomes(refundId, "FAILED");
    expect(new Set(await offered(refundId))).toEqual(new Set([10_000]));
    const move = await at.chargeback(orderId);
    const { restMinor, bankMinor } = await partsOf(refundId);
    expect(new Set(await offered(refundId))).toEqual(new Set([restMinor]));
    await move("LOST");
    const { nextAction } = await at.refundOf(refundId);
    expect(nextAction.kind).toBe("PUT_REFUND_RIGHT");
    const credit = { refundId, creditMinor: creditOf(restMinor) };
    expect((await at.send(at.buyer, "takeStoreCredit", credit)).__typename).toBe("RefundSuccess");
    const rest = await at.becomes(refundId, "FAILED");
    expect(rest).toMatchObject({
      nextAction: { kind: "CLOSE_AS_PAID_BY_BANK" },
      payoutOptions: [],
    });
    expect((await at.books(orderId)).owed).toBe(-bankMinor);
    const closing = { refundId, reason: "Paid by the bank" };
    const closed = await at.send(at.agent, "closeHeldRefund", closing);
    expect(closed.__typename).toBe("RefundSuccess");
    await at.becomes(refundId, "SUCCEEDED");
    expect((await at.books(orderId)).owed).toBe(0);
  });

  test("does so again where support has tried it once more: the bank's part is not sent", async () => {
    const { orderId, refundId } = await at.canceled(["always_fails", "always_fails"]);
    await at.becomes(refundId, "FAILED");
    await (await at.chargeback(orderId))("LOST");
    const retried = await at.send(at.agent, "retryRefund", { refundId });
    expect(retried.__typename).toBe("RefundSuccess");
    await until(async () => expect(await at.attemptsOf(refundId)).toHaveLength(3));
    await at.becomes(refundId, "FAILED");
    const { restMinor } = await partsOf(refundId);
    expect((await at.attemptsOf(refundId)).at(-1)?.minor).toBe(restMinor);
    expect(new Set(await offered(refundId))).toEqual(new Set([restMinor]));
  });

  test("is never paid otherwise for the bank's part, by the database itself", async () => {
    const { orderId, refundId } = await at.canceled(["always_fails", "always_fails"]);
    await at.becomes(refundId, "FAILED");
    await (await at.chargeback(orderId))("LOST");
    const pay = (minor: number) =>
      at.sql(
        `INSERT INTO refund_payouts (id, refund_id, kind, amount_minor, bonus_minor, currency, status,
           consent_by_id, consent_at)
         VALUES ('rpo_x', $1, 'STORE_CREDIT', $2, 0, 'BRL', 'OPEN', $3, now())`,
        [refundId, minor, at.ana],
      );
    const { bankMinor } = await partsOf(refundId);
    await expect(pay(10_000)).rejects.toThrow(/no more and no less/);
    await expect(pay(bankMinor + 1)).rejects.toThrow(/no more and no less/);
  });
});
