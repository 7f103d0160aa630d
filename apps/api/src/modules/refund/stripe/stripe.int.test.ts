import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type StripeShop, startStripeShop } from "../../../testing/stripe-shop.js";
import { until } from "../../../testing/until.js";

let at: StripeShop;
beforeAll(async () => {
  at = await startStripeShop();
});
afterAll(() => at.close());

describe("a refund through Stripe", () => {
  test("is created on the charge, with the attempt's id and key", async () => {
    const { chargeId, orderId } = await at.paid();
    await at.cancel(orderId);
    await at.ends(orderId, "SUCCEEDED");
    const refund = await at.made(chargeId);
    const [attempt] = await at.app.platform.database.query(
      "SELECT id, provider, provider_key, provider_refund_id FROM refund_attempts WHERE provider_refund_id = $1",
      [refund.id],
    );
    expect(refund).toMatchObject({ amount: 10_001, currency: "brl" });
    expect(attempt).toMatchObject({ provider: "stripe", id: refund.metadata?.makegood_attempt });
    expect(at.stripe.keys.filter((key) => key === attempt.provider_key).length).toBe(1);
  });

  test("FIELD 2: two equal partial refunds are both made, and each of them once", async () => {
    const { chargeId, orderId } = await at.paid();
    at.stripe.mishap(chargeId, "webhook_before_answer");
    await at.giveBack(orderId, 1500);
    await at.giveBack(orderId, 1500);
    await until(async () => expect(await at.refunded(orderId)).toBe(3000));
    expect(at.stripe.refundsOf(chargeId).map(({ amount }) => amount)).toEqual([1500, 1500]);
    expect(await at.told(orderId, "refund.succeeded")).toBe(2);
  });

  test("FIELD 3: pending says why, and is no success before Stripe says so", async () => {
    const { chargeId, orderId } = await at.paid();
    at.stripe.startAs(chargeId, { status: "pending", pending_reason: "insufficient_funds" });
    await at.cancel(orderId);
    await until(async () => {
      const [refund] = (await at.story(orderId)).refunds;
      expect(refund.pendingReason).toBe("The payment provider lacked the balance.");
    });
    expect((await at.story(orderId)).refunds[0].status).toBe("PROCESSING");
    const { id } = await at.made(chargeId);
    at.stripe.change(id, { status: "succeeded" });
    expect(await at.stripe.tell("refund.updated", await at.made(chargeId))).toBe(204);
    await at.ends(orderId, "SUCCEEDED");
  });

  test("that fails says why; another attempt has a key of its own", async () => {
    const { chargeId, orderId } = await at.paid();
    at.stripe.startAs(chargeId, { status: "failed", failure_reason: "lost_or_stolen_card" });
    await at.cancel(orderId);
    const refund = await at.ends(orderId, "FAILED");
    expect(refund.failureReason).toBe("The card was reported lost or stolen.");
    expect(await at.refunded(orderId)).toBe(0);
    const before = at.stripe.keys.at(-1);
    at.stripe.startAs(chargeId, { status: "succeeded" });
    await at.retry(refund.id);
    await at.ends(orderId, "SUCCEEDED");
    expect(at.stripe.keys.at(-1)).not.toBe(before);
    expect(
      at.stripe
        .refundsOf(chargeId)
        .map(({ status }) => status)
        .sort(),
    ).toEqual(["failed", "succeeded"]);
  });

  test("that the bank sends back after it succeeded is reversed", async () => {
    const { chargeId, orderId } = await at.paid();
    await at.cancel(orderId);
    await at.ends(orderId, "SUCCEEDED");
    const { id } = await at.made(chargeId);
    at.stripe.change(id, { status: "failed", failure_reason: "expired_or_canceled_card" });
    await at.stripe.tell("refund.failed", await at.made(chargeId));
    const refund = await at.ends(orderId, "REVERSED");
    expect(refund.failureReason).toBe("The card expired or was canceled.");
    expect(await at.refunded(orderId)).toBe(0);
  });

  test("that is canceled at Stripe has failed here", async () => {
    const { chargeId, orderId } = await at.paid();
    at.stripe.startAs(chargeId, { status: "pending", pending_reason: "processing" });
    await at.cancel(orderId);
    const { id } = await at.made(chargeId);
    at.stripe.change(id, { status: "canceled" });
    await at.stripe.tell("refund.updated", await at.made(chargeId));
    const refund = await at.ends(orderId, "FAILED");
    expect(refund.failureReason).toBe("It was canceled at the payment provider.");
  });

  test("gets its reference from the network days later", async () => {
    const { chargeId, orderId } = await at.paid();
    await at.cancel(orderId);
    await at.ends(orderId, "SUCCEEDED");
    const { id } = await at.made(chargeId);
    const card = {
      type: "refund",
      reference: "74123",
      reference_type: "acquirer_reference_number",
      reference_status: "available",
    } as const;
    at.stripe.change(id, { destination_details: { type: "card", card } });
    await at.stripe.tell("refund.updated", await at.made(chargeId));
    await at.stripe.tell("refund.updated", await at.made(chargeId));
    const [refund] = (await at.story(orderId)).refunds;
    expect(refund.allocations[0].traceReference).toEqual({ type: "ARN", value: "74123" });
    expect(await at.told(orderId, "refund.traced")).toBe(1);
  });

  test("of a charge that was given back by hand is refused, in words", async () => {
    const { chargeId, orderId } = await at.paid();
    const till = at.app.platform.config.providers.stripe;
    await fetch(`${till?.url}/v1/refunds`, {
      method: "POST",
      headers: { authorization: `Bearer ${till?.key}` },
      body: new URLSearchParams({ charge: chargeId }),
    });
    await at.cancel(orderId);
    const refund = await at.ends(orderId, "FAILED");
    expect(refund.failureReason).toBe(
      "The payment was already given back at the payment provider.",
    );
    expect(at.stripe.refundsOf(chargeId).length).toBe(1);
  });
});

describe("amounts at Stripe", () => {
  test.each([
    ["JPY", 500, 500],
    ["BRL", 1099, 1099],
    ["ISK", 400, 40_000],
    ["MGA", 50_000, 500],
  ])("are %s's own", async (currency, amount, atStripe) => {
    const { chargeId, orderId } = await at.paid({ amount, currency });
    await at.cancel(orderId);
    await at.ends(orderId, "SUCCEEDED");
    expect(await at.made(chargeId)).toMatchObject({
      amount: atStripe,
      currency: currency.toLowerCase(),
    });
  });

  test("that Stripe can't move are refused before anything is sent", async () => {
    const { chargeId, orderId } = await at.paid({ amount: 50_000, currency: "MGA" });
    await at.app.platform.database.query(
      `INSERT INTO refund_limits (holder, currency, per_refund_minor, approval_business_days, set_at, set_by_id)
       VALUES ('AGENT', 'MGA', 50000, 1, now(), 'tests')`,
    );
    await at.giveBack(orderId, 10_001);
    const refund = await at.ends(orderId, "FAILED");
    expect(refund.failureReason).toBe(
      "The payment provider moves this currency in larger steps only.",
    );
    expect(at.stripe.refundsOf(chargeId)).toEqual([]);
  });

  test("FIELD 17: nothing is sent in another currency than the buyer paid in", async () => {
    const { chargeId, orderId } = await at.paid({ currency: "BRL", atStripe: "USD" });
    await at.cancel(orderId);
    const refund = await at.ends(orderId, "FAILED");
    expect(refund.failureReason).toBe("The payment was made in another currency than recorded.");
    expect(at.stripe.refundsOf(chargeId)).toEqual([]);
  });
});
