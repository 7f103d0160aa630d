import type Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { recordedIntent } from "../../../testing/stripe-recorded.js";
import { readIntent } from "./read-stripe-intent.js";

const read = (more: Partial<Stripe.PaymentIntent>) => readIntent({ ...recordedIntent, ...more });

describe("a payment intent of Stripe's, in its recorded shape,", () => {
  test.each([
    ["requires_payment_method", "pending"],
    ["requires_confirmation", "pending"],
    ["requires_action", "pending"],
    ["processing", "pending"],
    ["requires_capture", "authorized"],
    ["succeeded", "captured"],
    ["canceled", "voided"],
    ["a_status_of_the_future", "pending"],
  ])("with status %s is %s", (status, expected) => {
    expect(read({ status }).status).toBe(expected);
  });

  test("goes by both its names, and says what was taken rather than asked for", () => {
    const taken = { latest_charge: "ch_1", amount: 4000, amount_received: 3000, currency: "isk" };
    expect(read({ ...taken, status: "succeeded" })).toEqual({
      provider: "stripe",
      chargeId: "ch_1",
      intentId: recordedIntent.id,
      status: "captured",
      capturedMinor: 30,
      currency: "ISK",
      authorizedUntil: null,
    });
  });

  test("says until when the bank holds it, where its charge came along", () => {
    const details = { type: "card", card: { capture_before: 1692942318 } };
    const charge = { id: "ch_1", payment_method_details: details } as Stripe.Charge;
    const { authorizedUntil } = read({ status: "requires_capture", latest_charge: charge });
    expect(authorizedUntil?.toISOString()).toBe("2023-08-25T05:45:18.000Z");
  });
});
