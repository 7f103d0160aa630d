import { expect, it } from "vitest";
import { partsOfQuote } from "./refund-parts.js";

it("takes what is kept off what it is kept from, and deductions off the items", () => {
  const quoted = [
    { kind: "ITEMS", amountMinor: 10_000 },
    { kind: "DISCOUNT", amountMinor: -1_000 },
    { kind: "TAX", amountMinor: 800 },
    { kind: "SHIPPING", amountMinor: 500 },
    { kind: "DIFFERENCE", amountMinor: -3 },
    { kind: "SHIPPING_KEPT", amountMinor: -500 },
    { kind: "RESTOCKING_FEE", amountMinor: -900 },
  ] as const;
  expect(partsOfQuote(quoted)).toEqual({ ITEMS: 8_100, SHIPPING: 0, TAX: 800 });
  const paidLess = [
    { kind: "ITEMS", amountMinor: 5_000 },
    { kind: "SHIPPING", amountMinor: 1_000 },
    { kind: "PAID_DIFFERENCE", amountMinor: -1_200 },
  ] as const;
  expect(partsOfQuote(paidLess)).toEqual({ ITEMS: 4_000, SHIPPING: 800, TAX: 0 });
  expect(partsOfQuote(quoted, 600)).toEqual({ ITEMS: 7_500, SHIPPING: 0, TAX: 800 });
});
