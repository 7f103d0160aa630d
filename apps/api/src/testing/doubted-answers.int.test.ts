import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { reconcile } from "#modules/reconciliation/reconcile.js";
import { checkRefund } from "#modules/refund/check-refund.js";
import { configuredProviders, type Providers } from "#modules/refund/exports/providers.js";
import { recordOutcome } from "#modules/refund/record-outcome.js";
import { submitRefund } from "#modules/refund/submit-refund.js";
import { onDrift } from "./drift-shop.js";
import { type RepaymentStage, startRepaymentStage } from "./repayment-stage.js";
import { freshKey } from "./test-client.js";
import { until } from "./until.js";

let at: RepaymentStage;
let providers: Providers;
beforeAll(async () => {
  at = await startRepaymentStage();
  providers = configuredProviders(at.app.platform.config, at.app.platform.clock);
});
afterAll(() => at.app.close());

const itemsOf = (orderId: string) =>
  at.sql(
    "SELECT id, kind, subject, status, theirs_id FROM drift_items WHERE order_id = $1 ORDER BY id",
    [orderId],
  );
const theirs = (chargeId: string) =>
  [...at.app.provider.books.refunds.values()].filter((refund) => refund.chargeId === chargeId);
const attemptOf = (refundId: string) =>
  until(async () => {
    const attempt = (await at.attemptsOf(refundId)).at(-1);
    if (!attempt?.provider_refund_id) throw new Error("not sent yet");
    return attempt;
  });
const isShared = (orderId: string) =>
  until(async () => expect((await itemsOf(orderId))[0]).toMatchObject({ kind: "SHARED" }));

describe("a provider that answers two of our attempts with one refund", () => {
  async function sentTwice() {
    const [order] = await at.app.world.purchase({
      buyerId: at.ana,
      orders: [{ shop: at.shop, lines: [{ title: "Lamp", quantity: 1, unitPriceMinor: 10_000 }] }],
      payments: [{ testMethod: "answers_with_earlier" }],
    });
    const orderId = order?.id ?? "";
    const give = async () => {
      await at.send(at.agent, "refundOnBehalf", {
        orderId,
        amountMinor: 2000,
        reason: "Scratched",
      });
      const [{ id }] = await at.sql(
        "SELECT id FROM refunds WHERE order_id = $1 ORDER BY created_at DESC, id DESC LIMIT 1",
        [orderId],
      );
      return id as string;
    };
    const first = await give();
    await at.becomes(first, "SUCCEEDED");
    const second = await give();
    await isShared(orderId);
    return { orderId, first, second };
  }

  test("is paid once: the second waits for support, with a reason and a date, and is not sent again", async () => {
    const { orderId, first, second } = await sentTwice();
    const [paid] = await at.attemptsOf(first);
    const [item] = await itemsOf(orderId);
    expect(item).toMatchObject({ status: "OPEN", theirs_id: paid?.provider_refund_id });
    expect(await at.books(orderId)).toMatchObject({ owed: -2000 });
    const answers = at.app.provider.books.answers.size;
    await submitRefund(at.app.platform, providers, second);
    await checkRefund(at.app.platform, providers, second);
    await reconcile(at.app.platform, providers, "sandbox");
    expect(at.app.provider.books.answers.size).toBe(answers);
    expect(await itemsOf(orderId)).toEqual([item]);
    const seen = await at.refundOf(second, at.buyer);
    expect(seen).toMatchObject({
      status: "PROCESSING",
      pendingReason: "The payment provider took it for another refund.",
      nextAction: { owner: "SUPPORT", kind: "CLEAR_UP_REFUND" },
    });
    expect(seen.nextAction.deadline).not.toBeNull();
  });

  test("is booked as unpaid by a lead, and can then be paid another way, once", async () => {
    const { orderId, second } = await sentTwice();
    const [item] = await itemsOf(orderId);
    const input = { driftItemId: item.id, idempotencyKey: freshKey() };
    const { bookDriftAsUnpaid } = await at.lead.ask(onDrift("bookDriftAsUnpaid"), { input });
    expect(bookDriftAsUnpaid.driftItem).toMatchObject({ kind: "SHARED", status: "HEALED" });
    await at.becomes(second, "FAILED");
    const credit = { refundId: second, creditMinor: 2100 };
    expect((await at.send(at.buyer, "takeStoreCredit", credit)).__typename).toBe("RefundSuccess");
    await at.becomes(second, "SUCCEEDED");
    expect(await at.books(orderId)).toMatchObject({ owed: 0 });
  });

  test("counts for one of two that are answered at the same time", async () => {
    const made = [await at.canceled(["declined"]), await at.canceled(["declined"])];
    for (const { refundId } of made) await at.becomes(refundId, "FAILED");
    const attempts = (
      await Promise.all(made.map(({ refundId }) => at.attemptsOf(refundId)))
    ).flat();
    await at.sql("UPDATE refund_attempts SET pending_reason = NULL WHERE id = ANY($1)", [
      attempts.map(({ id }) => id),
    ]);
    const providerRefundId = `re_${freshKey()}`;
    const say = () =>
      Promise.allSettled(
        attempts.map((attempt) =>
          recordOutcome(
            at.app.platform,
            {
              provider: "sandbox",
              providerRefundId,
              reference: attempt.id,
              chargeId: attempt.charge,
              intentId: null,
              amountMinor: attempt.minor,
              currency: "BRL",
              status: "succeeded",
              pendingReason: null,
              failureReason: null,
              trace: null,
            },
            { askedAt: at.app.platform.clock.now(), attemptId: attempt.id },
          ),
        ),
      );
    await say();
    // A job is tried again, and is certain then.
    expect((await say()).map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    const statuses = await Promise.all(
      made.map(async ({ refundId }) => (await at.refundOf(refundId)).status),
    );
    expect(statuses.sort()).toEqual(["FAILED", "SUCCEEDED"]);
  });
});

describe("a provider that has something else under our name", () => {
  test.each([
    ["WRONG_AMOUNT", { amountMinor: 9_999 }],
    ["WRONG_CURRENCY", { currency: "USD" }],
    ["WRONG_CHARGE", { chargeId: "ch_of_somebody_else" }],
  ])("%s is a difference at once, and the buyer is told what it waits for", async (kind, other) => {
    const { orderId, refundId } = await at.canceled(["pending_days"]);
    const attempt = await attemptOf(refundId);
    const { refunds } = at.app.provider.books;
    const [made] = theirs(attempt.charge);
    if (!made) throw new Error("it was just made");
    refunds.set(made.id, { ...made, ...other });
    await checkRefund(at.app.platform, providers, refundId);
    const [item] = await itemsOf(orderId);
    expect(item).toMatchObject({ kind, subject: attempt.id, status: "OPEN", theirs_id: made.id });
    const seen = await at.refundOf(refundId, at.buyer);
    expect(seen.pendingReason).toBe(
      "What the payment provider has of it is not what was asked for.",
    );
    expect(seen.nextAction).toMatchObject({ owner: "SUPPORT", kind: "CLEAR_UP_REFUND" });
    await reconcile(at.app.platform, providers, "sandbox");
    expect((await itemsOf(orderId))[0]).toMatchObject({ id: item.id, status: "OPEN" });

    refunds.set(made.id, { ...made, status: "succeeded" });
    await checkRefund(at.app.platform, providers, refundId);
    await at.becomes(refundId, "SUCCEEDED");
    await reconcile(at.app.platform, providers, "sandbox");
    expect((await itemsOf(orderId))[0].status).toBe("HEALED");
    expect(await at.books(orderId)).toMatchObject({ owed: 0 });
  });

  test("that came to nothing has failed, and can be sent again", async () => {
    const { refundId } = await at.canceled(["pending_days"]);
    const attempt = await attemptOf(refundId);
    const [made] = theirs(attempt.charge);
    if (!made) throw new Error("it was just made");
    at.app.provider.books.refunds.set(made.id, { ...made, amountMinor: 1, status: "canceled" });
    await checkRefund(at.app.platform, providers, refundId);
    expect((await at.refundOf(refundId)).status).toBe("FAILED");
  });

  test("is asked about before a webhook is believed", async () => {
    const { orderId, refundId } = await at.canceled(["pending_days"]);
    const attempt = await attemptOf(refundId);
    const [made] = theirs(attempt.charge);
    if (!made) throw new Error("it was just made");
    await recordOutcome(at.app.platform, {
      provider: "sandbox",
      providerRefundId: made.id,
      reference: attempt.id,
      chargeId: made.chargeId,
      intentId: null,
      amountMinor: 1,
      currency: "BRL",
      status: "succeeded",
      pendingReason: null,
      failureReason: null,
      trace: null,
    });
    await reconcile(at.app.platform, providers, "sandbox");
    expect(await itemsOf(orderId)).toEqual([]);
    expect((await at.refundOf(refundId)).status).toBe("PROCESSING");
  });
});
