import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LedgerAccount, LedgerEntry, LedgerKind } from "./account.js";
import { type CapturedOrder, captureEntries } from "./capture-entries.js";
import { goodwillEntries } from "./goodwill-entries.js";
import { lateCaptureEntries, lateRefundEntries } from "./late-capture.js";
import { initialTerms, type MoneyTerms } from "./money-terms.js";
import { reversed } from "./move.js";
import { type BookedSum, refundEntries } from "./refund-entries.js";
import { termsInVain } from "./terms-in-vain.js";

const order: CapturedOrder = {
  capturedMinor: 11_800,
  currency: "BRL",
  itemsMinor: 11_000,
  discountMinor: 1000,
  taxMinor: 800,
  shippingMinor: 1000,
};
const booked = (kind: LedgerKind, entries: readonly LedgerEntry[]): BookedSum[] =>
  entries.map((entry) => ({ ...entry, kind }));
const balance = (books: readonly LedgerEntry[], account: LedgerAccount) =>
  books.filter((entry) => entry.account === account).reduce((sum, e) => sum + e.amountMinor, 0);
const zero = (entries: readonly LedgerEntry[]) =>
  entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

describe("what is captured", () => {
  it("is split into shop, commission, tax, shipping and fee in one posting", () => {
    const books = captureEntries(order, { ...initialTerms, shippingGoesTo: "MARKETPLACE" });
    expect(zero(books)).toBe(0);
    expect(balance(books, "PROVIDER_CLEARING")).toBe(11_800);
    expect(balance(books, "COMMISSION")).toBe(-1200);
    expect(balance(books, "TAX")).toBe(-800);
    expect(balance(books, "SHIPPING")).toBe(-1000);
    expect(balance(books, "PROVIDER_FEE")).toBe(-(342 + 39));
    expect(balance(books, "SHOP_BALANCE")).toBe(-(10_000 - 1200 - 381));
  });

  it("is shared by its parts where it is not their sum", () => {
    const books = captureEntries({ ...order, capturedMinor: 5900 }, initialTerms);
    expect(zero(books)).toBe(0);
    expect(balance(books, "TAX")).toBe(-400);
  });
});

describe("what is refunded", () => {
  const capture = booked("CAPTURE", captureEntries(order, initialTerms));

  it("FIELD 12: takes shop's share, tax and commission back in one posting", () => {
    const entries = refundEntries(capture, 5900, initialTerms);
    expect(zero(entries)).toBe(0);
    expect(balance(entries, "REFUND_OWED")).toBe(-5900);
    expect(balance(entries, "TAX")).toBe(400);
    expect(balance(entries, "COMMISSION")).toBe(600);
    expect(balance(entries, "SHOP_BALANCE")).toBe(5500 - 600);
  });

  it("takes the components that the quote names, as far as they are there", () => {
    const shipping = { ITEMS: 0, SHIPPING: 1000, TAX: 0 };
    const entries = refundEntries(capture, 1000, initialTerms, shipping);
    expect(entries).toEqual([
      { account: "SHOP_BALANCE", component: "SHIPPING", amountMinor: 1000 },
      { account: "REFUND_OWED", component: null, amountMinor: -1000 },
    ]);
  });

  it("keeps the commission, or moves the fee to the marketplace, where the terms say so", () => {
    const terms: MoneyTerms = {
      ...initialTerms,
      commission: { ...initialTerms.commission, onRefund: "KEPT" },
      providerFee: { ...initialTerms.providerFee, onRefund: "MARKETPLACE" },
    };
    const entries = refundEntries(capture, 11_800, terms);
    expect(balance(entries, "COMMISSION")).toBe(381);
    expect(balance([...capture, ...entries], "SHOP_BALANCE")).toBe(1200);
  });

  it("costs the shop nothing where it came in vain", () => {
    const terms: MoneyTerms = {
      ...initialTerms,
      commission: { ...initialTerms.commission, onRefund: "KEPT" },
    };
    const alone = refundEntries(capture, 11_800, termsInVain(terms));
    expect(zero(alone)).toBe(0);
    expect(balance([...capture, ...alone], "SHOP_BALANCE")).toBe(0);
    expect(balance([...capture, ...alone], "COMMISSION")).toBe(381);
  });

  it("costs the shop nothing where it came on top, and the marketplace what the provider takes", () => {
    const late = lateCaptureEntries({ ...order, capturedMinor: 23_600 }, 11_800, initialTerms);
    expect(balance(late, "PROVIDER_FEE")).toBe(-381);
    const back = lateRefundEntries(late, initialTerms);
    expect(zero(back)).toBe(0);
    expect(balance(back, "REFUND_OWED")).toBe(-11_800);
    expect(balance([...late, ...back], "SHOP_BALANCE")).toBe(0);
    expect(balance([...late, ...back], "COMMISSION")).toBe(381);
    const returned = { ...initialTerms.providerFee, onRefund: "RETURNED" } as const;
    const free = lateRefundEntries(late, { ...initialTerms, providerFee: returned });
    expect(balance([...late, ...free], "COMMISSION")).toBe(0);
  });

  it("changes nothing of what is refunded later, whatever came late and went back", () => {
    const minor = fc.integer({ min: 1, max: 5_000_000 });
    fc.assert(
      fc.property(
        minor,
        minor,
        fc.constantFrom("SHOP" as const, "MARKETPLACE" as const),
        (lateMinor, most, borneBy) => {
          const terms: MoneyTerms = {
            ...initialTerms,
            providerFee: { ...initialTerms.providerFee, borneBy, onRefund: "MARKETPLACE" },
          };
          const first = booked("CAPTURE", captureEntries(order, terms));
          const whole = { ...order, capturedMinor: order.capturedMinor + lateMinor };
          const late = lateCaptureEntries(whole, order.capturedMinor, terms);
          const back = lateRefundEntries(late, terms);
          expect(zero(late) + zero(back)).toBe(0);
          expect(balance([...late, ...back], "SHOP_BALANCE")).toBe(0);
          const books = [...first, ...booked("LATE_CAPTURE", late), ...booked("REFUND_OWED", back)];
          const amountMinor = 1 + (most % order.capturedMinor);
          const then = refundEntries(books, amountMinor, terms);
          expect(then).toEqual(refundEntries(first, amountMinor, terms));
        },
      ),
    );
  });

  it("gives goodwill back to whoever gave it, once the goods come back", () => {
    const books = [...capture, ...booked("GOODWILL_OWED", goodwillEntries(800, "MARKETPLACE"))];
    const all = { ITEMS: 10_000, SHIPPING: 1000, TAX: 800 };
    const entries = refundEntries(books, 11_000, initialTerms, all);
    expect(balance([...books, ...entries], "GOODWILL")).toBe(0);
    expect(balance(entries, "REFUND_OWED")).toBe(-11_000);
    expect(balance([...books, ...entries], "SHOP_BALANCE")).toBe(381);
  });

  it("returns exactly what was taken, in any sequence of parts, in any currency", () => {
    const aMinor = fc.integer({ min: 0, max: 5_000_000 });
    const terms = fc.record({
      commission: fc.record({
        basisPoints: fc.integer({ min: 0, max: 4000 }),
        of: fc.constantFrom("ITEMS" as const, "ITEMS_AND_SHIPPING" as const),
        onRefund: fc.constant("RETURNED" as const),
      }),
      providerFee: fc.record({
        basisPoints: fc.integer({ min: 0, max: 900 }),
        fixedMinor: fc.constant(initialTerms.providerFee.fixedMinor),
        borneBy: fc.constantFrom("SHOP" as const, "MARKETPLACE" as const),
        onRefund: fc.constant("RETURNED" as const),
      }),
      shippingGoesTo: fc.constantFrom("SHOP" as const, "MARKETPLACE" as const),
      taxRemittedBy: fc.constantFrom("SHOP" as const, "MARKETPLACE" as const),
    });
    fc.assert(
      fc.property(
        fc.record({ itemsMinor: aMinor, taxMinor: aMinor, shippingMinor: aMinor }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom("JPY", "BRL", "KWD"),
        terms,
        fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3)), {
          maxLength: 30,
        }),
        (amounts, cut, currency, chosen, steps) => {
          const agreed: MoneyTerms = { ...initialTerms, ...chosen };
          const discountMinor = Math.floor(amounts.itemsMinor * cut);
          const { itemsMinor, taxMinor, shippingMinor } = amounts;
          const capturedMinor = itemsMinor - discountMinor + taxMinor + shippingMinor;
          fc.pre(capturedMinor > 0);
          const books = booked(
            "CAPTURE",
            captureEntries({ ...amounts, discountMinor, capturedMinor, currency }, agreed),
          );
          let left = capturedMinor;
          for (const [part, how] of [...steps, [1, 0] as const]) {
            const amountMinor = Math.max(1, Math.floor(left * part));
            if (left === 0) break;
            const wanted = { ITEMS: itemsMinor, SHIPPING: shippingMinor, TAX: taxMinor };
            const only = how === 1 ? { ...wanted, ITEMS: 0 } : how === 2 ? wanted : null;
            const owed = refundEntries(books, amountMinor, agreed, only);
            expect(zero(owed)).toBe(0);
            books.push(...booked("REFUND_OWED", owed));
            left -= amountMinor;
            if (how === 3) {
              books.push(...booked("REFUND_CANCELED", reversed(owed)));
              left += amountMinor;
            }
          }
          while (left > 0) {
            books.push(...booked("REFUND_OWED", refundEntries(books, left, agreed)));
            left = 0;
          }
          for (const account of ["SHOP_BALANCE", "COMMISSION", "TAX", "SHIPPING", "PROVIDER_FEE"]) {
            expect(balance(books, account as LedgerAccount)).toBe(0);
          }
        },
      ),
    );
  });
});
