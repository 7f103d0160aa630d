import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { captureEntries } from "./capture-entries.js";
import { exchangePostings } from "./exchange-entries.js";
import { initialTerms } from "./money-terms.js";
import { type BookedSum, refundEntries } from "./refund-entries.js";

const order = fc.record({
  itemsMinor: fc.integer({ min: 1, max: 10 ** 8 }),
  taxMinor: fc.integer({ min: 0, max: 10 ** 6 }),
  shippingMinor: fc.integer({ min: 0, max: 10 ** 6 }),
  share: fc.double({ min: 0.001, max: 1, noNaN: true }),
});
const sumOf = (entries: readonly { amountMinor: number }[]) =>
  entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

describe("the postings of an exchange", () => {
  test("are balanced, undo each other, and leave the new order all of it to pay back", () => {
    fc.assert(
      fc.property(order, ({ itemsMinor, taxMinor, shippingMinor, share }) => {
        const capturedMinor = itemsMinor + taxMinor + shippingMinor;
        const bought = { itemsMinor, taxMinor, shippingMinor, discountMinor: 0, currency: "BRL" };
        const captured = captureEntries({ ...bought, capturedMinor }, initialTerms);
        const books = captured.map((entry): BookedSum => ({ ...entry, kind: "CAPTURE" }));
        const worth = Math.max(1, Math.floor(capturedMinor * share));
        const { out, into } = exchangePostings(books, worth, initialTerms);
        expect([sumOf(out), sumOf(into)]).toEqual([0, 0]);
        expect(sumOf([...out, ...into].filter(({ account }) => account === "SHOP_BALANCE"))).toBe(
          0,
        );
        expect([...out, ...into].some(({ account }) => account === "REFUND_OWED")).toBe(false);
        const newBooks = into.map((entry): BookedSum => ({ ...entry, kind: "CAPTURE" }));
        const back = refundEntries(newBooks, worth, initialTerms);
        expect(back.find(({ account }) => account === "REFUND_OWED")?.amountMinor).toBe(0 - worth);
      }),
    );
  });
});
