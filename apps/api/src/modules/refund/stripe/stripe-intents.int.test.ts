import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Mishap } from "../../../testing/stripe-mock.js";
import { type StripeShop, startStripeShop } from "../../../testing/stripe-shop.js";

/** The intents are lines of our own that answer in recorded shapes; charges, refunds are npm's mock's. */
let at: StripeShop;
beforeAll(async () => {
  at = await startStripeShop();
});
afterAll(() => at.close());

describe("money that a payment intent of Stripe's holds", () => {
  test("is taken when the seller packs, less what was canceled; later it is refunded by its intent", async () => {
    const { intentId, orderId } = await at.ordered();
    await at.cancel(orderId, 1);
    await at.pack(orderId);
    const paid = await at.stands(orderId, "PAID");
    expect(paid.totals.captured.amountMinor).toBe(5_000);
    expect(at.stripe.intents.get(intentId)).toMatchObject({
      status: "succeeded",
      amount_received: 5_000,
    });
    await at.cancel(orderId);
    await at.ends(orderId, "SUCCEEDED");
    const refund = await at.made(intentId);
    expect(refund).toMatchObject({ amount: 5_000, payment_intent: intentId });
  });

  test("FIELD 14: is let go, and never refunded, when all of it is canceled", async () => {
    const { intentId, orderId } = await at.ordered();
    await at.cancel(orderId);
    const order = await at.stands(orderId, "VOIDED");
    expect(order.refunds).toEqual([]);
    expect(at.stripe.intents.get(intentId)).toMatchObject({
      status: "canceled",
      amount_received: 0,
    });
  });

  test.each<Mishap>(["drop_before_effect", "drop_after_effect"])(
    "is taken once over a line with %s, by the step's own key",
    async (mishap) => {
      const { intentId, orderId } = await at.ordered();
      at.stripe.mishap(intentId, mishap);
      const before = at.stripe.keys.length;
      await at.pack(orderId);
      const order = await at.stands(orderId, "PAID");
      expect(order.totals.captured.amountMinor).toBe(10_000);
      expect(new Set(at.stripe.keys.slice(before)).size).toBe(1);
    },
  );

  test("that the bank declines is asked for again by another key", async () => {
    const { intentId, orderId } = await at.ordered();
    at.stripe.intents.refuse(intentId, "declined");
    await at.pack(orderId);
    const [failed] = await at.steps(orderId, "FAILED");
    expect(failed.failureReason).toBe("The bank declined to pay.");
    expect((await at.story(orderId)).nextAction.kind).toBe("PAY_AGAIN");
    const first = at.stripe.keys.at(-1);
    await at.payAgain(orderId);
    await at.stands(orderId, "PAID");
    expect(at.stripe.keys.at(-1)).not.toBe(first);
  });

  test("that lapsed says so, even before the intent does", async () => {
    const { intentId, orderId } = await at.ordered();
    at.stripe.intents.refuse(intentId, "expired");
    await at.pack(orderId);
    const [failed] = await at.steps(orderId, "FAILED");
    expect(failed.failureReason).toBe("The bank no longer holds the amount.");
  });
});

describe("Stripe's webhooks about a payment intent", () => {
  test("that is paid, told twice and late, let the order go on once", async () => {
    const { intentId, orderId } = await at.ordered("due");
    const unpaid = { ...at.stripe.intents.get(intentId) };
    at.stripe.intents.change(intentId, { status: "requires_capture" });
    const held = { ...at.stripe.intents.get(intentId) };
    const kind = "payment_intent.amount_capturable_updated";
    expect(await at.stripe.tell(kind, held)).toBe(204);
    await at.stripe.tell("payment_intent.payment_failed", unpaid);
    await at.stripe.tell(kind, held);
    await at.stands(orderId, "AUTHORIZED");
    expect(await at.told(orderId, "order.authorized")).toBe(1);
  });

  test("that the bank let go by itself ask the buyer to pay again", async () => {
    const { intentId, orderId } = await at.ordered();
    at.stripe.intents.change(intentId, { status: "canceled", cancellation_reason: "automatic" });
    await at.stripe.tell("payment_intent.canceled", at.stripe.intents.get(intentId));
    expect((await at.story(orderId)).nextAction.kind).toBe("PAY_AGAIN");
  });

  test("that fails while it is being taken end the step at once", async () => {
    const { intentId, orderId } = await at.ordered();
    at.stripe.intents.change(intentId, { status: "processing" });
    await at.pack(orderId);
    await at.steps(orderId, "OPEN");
    at.stripe.intents.change(intentId, { status: "requires_payment_method" });
    await at.stripe.tell("payment_intent.payment_failed", at.stripe.intents.get(intentId));
    const [failed] = await at.steps(orderId, "FAILED");
    expect(failed.failureReason).toBe("The bank declined to pay.");
  });

  test("that succeeded, replayed, are booked once", async () => {
    const { intentId, orderId } = await at.ordered();
    await at.pack(orderId);
    await at.stands(orderId, "PAID");
    const taken = at.stripe.intents.get(intentId);
    await Promise.all([1, 2].map(() => at.stripe.tell("payment_intent.succeeded", taken)));
    expect(await at.told(orderId, "payment.captured")).toBe(1);
    expect((await at.story(orderId)).totals.captured.amountMinor).toBe(10_000);
  });
});
