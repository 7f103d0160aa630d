import Stripe from "stripe";
import { describe, expect, test } from "vitest";
import { judge } from "./stripe-errors.js";

const { errors } = Stripe;
const raw = (more: object) => ({ message: "No.", type: "api_error" as const, ...more });

describe("an error of Stripe's", () => {
  test.each([
    [
      new errors.StripeInvalidRequestError(raw({ code: "charge_already_refunded" })),
      "charge_already_refunded",
    ],
    [new errors.StripeInvalidRequestError(raw({ param: "amount" })), "amount_exceeds_refundable"],
    [new errors.StripeInvalidRequestError(raw({})), "refused_by_provider"],
    [
      new errors.StripeCardError(raw({ decline_code: "lost_card", code: "card_declined" })),
      "lost_card",
    ],
  ])("that says no surely made nothing: %s", (error, reason) => {
    expect(judge(error)).toEqual({ kind: "REFUSED", reason });
  });

  test.each([
    new errors.StripeConnectionError(raw({})),
    new errors.StripeRateLimitError(raw({ statusCode: 429 })),
    new errors.StripeAuthenticationError(raw({ statusCode: 401 })),
    new errors.StripePermissionError(raw({ statusCode: 403 })),
    new errors.StripeIdempotencyError(raw({ statusCode: 400 })),
    new errors.StripeInvalidRequestError(raw({ code: "lock_timeout" })),
    new errors.StripeAPIError(raw({ statusCode: 500 })),
    new errors.StripeAPIError(raw({ statusCode: 409, headers: { "idempotent-replayed": "true" } })),
  ])("that may pass, or hides what happened, is no answer: %s", (error) => {
    expect(judge(error).kind).toBe("UNKNOWN");
  });

  test("that is told again for its key is told apart from a fresh fault", () => {
    const headers = { "idempotent-replayed": "true" };
    expect(judge(new errors.StripeAPIError(raw({ statusCode: 500, headers }))).kind).toBe(
      "SAVED_FAULT",
    );
  });

  test("is not what a bug of ours is: that is thrown on", () => {
    expect(() => judge(new TypeError("undefined is not a function"))).toThrow(TypeError);
  });
});
