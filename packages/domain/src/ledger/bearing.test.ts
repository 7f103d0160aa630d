import { expect, it } from "vitest";
import { bearingIfRefunded, bearingOf } from "./bearing.js";
import { captureEntries } from "./capture-entries.js";
import { initialTerms } from "./money-terms.js";
import { refundEntries } from "./refund-entries.js";

it("says who bears a refund, and sums to it", () => {
  const order = {
    capturedMinor: 10_800,
    currency: "BRL",
    itemsMinor: 10_000,
    discountMinor: 0,
    taxMinor: 800,
    shippingMinor: 0,
  };
  const books = captureEntries(order, initialTerms).map((entry) => ({
    ...entry,
    kind: "CAPTURE" as const,
  }));
  const bearing = bearingOf(refundEntries(books, 10_800, initialTerms));
  expect(bearing).toEqual([
    { borneBy: "SHOP", component: "ITEMS", amountMinor: 10_000 },
    { borneBy: "MARKETPLACE", component: "TAX", amountMinor: 800 },
    { borneBy: "MARKETPLACE", component: "COMMISSION", amountMinor: 1_200 },
    { borneBy: "SHOP", component: "COMMISSION", amountMinor: -1_200 },
  ]);
  expect(bearing.reduce((sum, { amountMinor }) => sum + amountMinor, 0)).toBe(10_800);
});

it("is not told where no longer as much is left, or nothing would come back", () => {
  const order = {
    capturedMinor: 1_000,
    currency: "BRL",
    itemsMinor: 1_000,
    discountMinor: 0,
    taxMinor: 0,
    shippingMinor: 0,
  };
  const sums = captureEntries(order, initialTerms).map((entry) => ({
    ...entry,
    kind: "CAPTURE" as const,
  }));
  const books = { sums, terms: initialTerms };
  const total = (amountMinor: number) =>
    bearingIfRefunded(books, amountMinor, null).reduce((sum, part) => sum + part.amountMinor, 0);
  expect([0, 1, 1_000, 1_001].map(total)).toEqual([0, 1, 1_000, 0]);
  expect(bearingIfRefunded({ sums: [], terms: initialTerms }, 1, null)).toEqual([]);
});
