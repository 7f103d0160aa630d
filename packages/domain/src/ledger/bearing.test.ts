import { expect, it } from "vitest";
import { bearingOf } from "./bearing.js";
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
