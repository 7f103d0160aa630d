import fc from "fast-check";
import { expect, test } from "vitest";
import type { LedgerEntry } from "./account.js";
import { partOf } from "./part-of.js";

const posting = fc
  .tuple(
    fc.integer({ min: 1, max: 1e9 }),
    fc.integer({ min: 0, max: 1e6 }),
    fc.integer({ min: 0, max: 1e6 }),
  )
  .map(([items, tax, commission]): { entries: LedgerEntry[]; wholeMinor: number } => ({
    wholeMinor: items + tax,
    entries: [
      { account: "SHOP_BALANCE", component: "ITEMS", amountMinor: items },
      { account: "TAX", component: "TAX", amountMinor: tax },
      { account: "COMMISSION", component: "COMMISSION", amountMinor: commission },
      { account: "SHOP_BALANCE", component: "COMMISSION", amountMinor: -commission },
      { account: "REFUND_OWED", component: null, amountMinor: -(items + tax) },
    ].filter(({ amountMinor }) => amountMinor !== 0) as LedgerEntry[],
  }));

test("a part is balanced, owes just itself, and takes of no entry more than there is", () => {
  fc.assert(
    fc.property(posting, fc.double({ min: 0, max: 1, noNaN: true }), (whole, share) => {
      const { entries, wholeMinor } = whole;
      const partMinor = Math.floor(wholeMinor * share);
      const part = partOf(entries, partMinor, wholeMinor);
      const total = (some: readonly LedgerEntry[]) =>
        some.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
      expect(total(part)).toBe(0);
      expect(total(part.filter(({ account }) => account === "REFUND_OWED")) + partMinor).toBe(0);
      for (const { account, component, amountMinor } of part) {
        const of = entries.find((one) => one.account === account && one.component === component);
        expect(Math.sign(amountMinor)).toBe(Math.sign(of?.amountMinor ?? 0));
        expect(Math.abs(amountMinor)).toBeLessThanOrEqual(Math.abs(of?.amountMinor ?? 0));
      }
    }),
  );
});
