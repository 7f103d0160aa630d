import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type LineFacts, lineTotalMinor } from "../cancellation/cancellation-facts.js";
import { automatic } from "../policy/policy-presets.js";
import { quoteCancellation } from "../quote/quote-cancellation.js";
import { spreadPaid } from "../quote/spread-paid.js";
import { quoteReturn } from "./quote-return.js";
import type { ReturnFacts } from "./return-facts.js";
import { returnReason } from "./return-reasons.js";

const now = new Date("2026-03-02T12:00:00Z");

type Line = LineFacts & { category: string | null };

const line = (lineId: string, change: Partial<Line> = {}): Line => ({
  lineId,
  category: null,
  quantity: 1,
  canceledQuantity: 0,
  heldQuantity: 0,
  shippedQuantity: 0,
  returningQuantity: 0,
  returnedQuantity: 0,
  unitPriceMinor: 10_000,
  discountMinor: 0,
  taxMinor: 0,
  shippingMinor: 0,
  takenMinor: 0,
  ...change,
});

const order = (lines: Line[], currency = "BRL"): ReturnFacts => ({
  orderId: "ord_1",
  status: "DELIVERED",
  placedAt: now,
  shipBy: null,
  shippedAt: now,
  deliveredAt: now,
  trackingNumber: null,
  currency,
  capturedMinor: lines.reduce((sum, each) => sum + lineTotalMinor(each), 0),
  refundReservedMinor: 0,
  heldMinor: 0,
  keptMinor: 0,
  openCancellation: null,
  openReturnId: null,
  lines,
});

const payment = (capturedMinor: number, reservedMinor = 0) => [
  { paymentId: "pay_1", method: "CARD" as const, capturedMinor, reservedMinor },
];

const buyersChoice = { shippingPaidBy: "BUYER", statutory: false } as const;
const rules = {
  ...automatic,
  returns: { ...automatic.returns, refundShipping: false, restockingFeePercent: 10 },
};

describe("what a return brings back", () => {
  it("keeps shipping, fee and label where nobody is at fault, and says each", () => {
    const facts = order([line("a", { shippedQuantity: 1, shippingMinor: 1_500 })]);
    const quote = quoteReturn({
      rules,
      order: facts,
      units: [{ lineId: "a", quantity: 1 }],
      decision: buyersChoice,
      reason: returnReason("CHANGED_MIND"),
      labelMinor: 1_490,
      payments: payment(11_500),
      settledBy: now,
    });
    expect(quote.components).toEqual([
      { kind: "ITEMS", amountMinor: 10_000 },
      { kind: "SHIPPING", amountMinor: 1_500 },
      { kind: "SHIPPING_KEPT", amountMinor: -1_500 },
      { kind: "RESTOCKING_FEE", amountMinor: -1_000 },
      { kind: "RETURN_LABEL", amountMinor: -1_490 },
    ]);
    expect(quote.totalMinor).toBe(7_510);
  });

  it.each([
    ["at the seller's fault", "DEFECTIVE", false],
    ["by the law's right", "CHANGED_MIND", true],
  ])("is everything %s", (_, reason, statutory) => {
    const facts = order([line("a", { shippedQuantity: 1, shippingMinor: 1_500 })]);
    const quote = quoteReturn({
      rules,
      order: facts,
      units: [{ lineId: "a", quantity: 1 }],
      decision: { shippingPaidBy: "SELLER", statutory },
      reason: returnReason(reason),
      labelMinor: 1_490,
      payments: payment(11_500),
      settledBy: now,
    });
    expect(quote.totalMinor).toBe(11_500);
  });

  it("never keeps more than the unit is worth", () => {
    const facts = order([line("a", { shippedQuantity: 1, unitPriceMinor: 500 })]);
    const quote = quoteReturn({
      rules,
      order: facts,
      units: [{ lineId: "a", quantity: 1 }],
      decision: buyersChoice,
      reason: returnReason("CHANGED_MIND"),
      labelMinor: 1_490,
      payments: payment(500),
      settledBy: now,
    });
    expect(quote.totalMinor).toBe(0);
    expect(quote.unitShares).toEqual([{ lineId: "a", grossMinor: 500, keptMinor: 500 }]);
  });
});

const lines = fc.array(
  fc.record({
    quantity: fc.integer({ min: 1, max: 5 }),
    unitPriceMinor: fc.integer({ min: 1, max: 500_000 }),
    discount: fc.integer({ min: 0, max: 100 }),
    taxMinor: fc.integer({ min: 0, max: 9_999 }),
    shippingMinor: fc.integer({ min: 0, max: 9_999 }),
    shipped: fc.nat({ max: 5 }),
  }),
  { minLength: 1, maxLength: 4 },
);
const steps = fc.array(
  fc.record({ line: fc.nat({ max: 3 }), units: fc.integer({ min: 1, max: 3 }) }),
  {
    maxLength: 50,
  },
);

describe("any sequence of partial cancellations, returns and goodwill refunds", () => {
  it.each(["JPY", "BRL", "KWD"])(
    "sums to what was captured, to the last minor unit, in %s",
    (currency) => {
      fc.assert(
        fc.property(
          lines,
          steps,
          fc.nat({ max: 3_000 }),
          fc.boolean(),
          fc.oneof(fc.constant(100), fc.integer({ min: 0, max: 300 })),
          (given, taken, goodwill, keeps, paidPercent) => {
            let facts = order(
              given.map(({ discount, shipped, ...rest }, index) =>
                line(String(index), {
                  ...rest,
                  discountMinor: Math.floor((rest.unitPriceMinor * rest.quantity * discount) / 100),
                  shippedQuantity: Math.min(shipped, rest.quantity),
                }),
              ),
              currency,
            );
            const capturedMinor = Math.round((facts.capturedMinor * paidPercent) / 100);
            facts = { ...facts, capturedMinor, lines: spreadPaid(facts.lines, capturedMinor) };
            const gift = Math.min(goodwill, capturedMinor);
            facts = { ...facts, refundReservedMinor: gift };
            let kept = 0;
            const all = [
              ...taken,
              ...facts.lines.flatMap((_, index) => [
                { line: index, units: 99 },
                { line: index, units: 99 },
              ]),
            ];
            for (const [turn, step] of all.entries()) {
              const chosen = facts.lines[step.line];
              if (!chosen) continue;
              const returns = chosen.shippedQuantity - chosen.returnedQuantity;
              const cancels = chosen.quantity - chosen.canceledQuantity - chosen.shippedQuantity;
              const isReturn = returns > 0 && (cancels === 0 || turn % 2 === 0);
              const quantity = Math.min(step.units, isReturn ? returns : cancels);
              if (quantity === 0) continue;
              const units = [{ lineId: chosen.lineId, quantity }];
              const payments = payment(capturedMinor, facts.refundReservedMinor);
              let gross: number;
              let net: number;
              if (isReturn) {
                const quote = quoteReturn({
                  rules: keeps ? rules : automatic,
                  order: facts,
                  units,
                  decision: keeps ? buyersChoice : { shippingPaidBy: "SELLER", statutory: true },
                  reason: null,
                  labelMinor: 0,
                  payments,
                  settledBy: now,
                });
                gross = quote.unitShares.reduce((sum, unit) => sum + unit.grossMinor, 0);
                net = quote.totalMinor;
                expect(quote.components.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(net);
                expect(quote.unitShares.every((unit) => unit.keptMinor <= unit.grossMinor)).toBe(
                  true,
                );
              } else {
                const quote = quoteCancellation({
                  rules: automatic,
                  order: facts,
                  units,
                  payments,
                  approvedBy: now,
                });
                gross = quote.totalMinor;
                net = quote.totalMinor;
              }
              expect(net).toBeGreaterThanOrEqual(0);
              kept += gross - net;
              const where = isReturn ? "returnedQuantity" : "canceledQuantity";
              facts = {
                ...facts,
                refundReservedMinor: facts.refundReservedMinor + net,
                keptMinor: kept,
                lines: facts.lines.map((each) =>
                  each === chosen
                    ? {
                        ...each,
                        [where]: each[where] + quantity,
                        takenMinor: each.takenMinor + gross,
                      }
                    : each,
                ),
              };
              expect(facts.refundReservedMinor + kept).toBeLessThanOrEqual(capturedMinor);
            }
            expect(facts.refundReservedMinor + kept).toBe(capturedMinor);
          },
        ),
        { numRuns: 3_400 },
      );
    },
  );
});
