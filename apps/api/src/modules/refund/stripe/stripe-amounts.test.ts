import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromStripeAmount, toStripeAmount } from "./stripe-amounts.js";

describe("amounts as Stripe writes them", () => {
  test.each([
    ["BRL", 1099, 1099],
    ["JPY", 500, 500],
    ["KWD", 5120, 5120],
    ["ISK", 40, 4000],
    ["UGX", 5, 500],
    ["MGA", 500, 5],
  ])("%s %i minor units are %i", (currency, minor, amount) => {
    expect(toStripeAmount(minor, currency)).toBe(amount);
    expect(fromStripeAmount(amount, currency)).toBe(minor);
  });

  test("an amount it can't move is none, and never rounded", () => {
    expect(toStripeAmount(5123, "KWD")).toBeNull();
    expect(toStripeAmount(501, "MGA")).toBeNull();
  });

  test("what can be sent comes back as it was", () => {
    const currency = fc.constantFrom("BRL", "JPY", "KWD", "ISK", "UGX", "MGA", "TND", "EUR");
    fc.assert(
      fc.property(currency, fc.integer({ min: 1, max: 10 ** 9 }), (code, minor) => {
        const amount = toStripeAmount(minor, code);
        expect(amount === null ? minor : fromStripeAmount(amount, code)).toBe(minor);
      }),
    );
  });
});
