import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type LineFacts,
  lineTotalMinor,
  listedMinor,
  type OrderFacts,
} from "../cancellation/cancellation-facts.js";
import { automatic } from "../policy/policy-presets.js";
import { quoteReturn } from "../return/quote-return.js";
import { quoteCancellation } from "./quote-cancellation.js";
import { spreadPaid } from "./spread-paid.js";

const at = new Date("2026-03-02T12:00:00Z");
const line = (lineId: string, change: Partial<LineFacts>): LineFacts => ({
  lineId,
  quantity: 1,
  canceledQuantity: 0,
  heldQuantity: 0,
  shippedQuantity: 0,
  returningQuantity: 0,
  returnedQuantity: 0,
  unitPriceMinor: 0,
  discountMinor: 0,
  taxMinor: 0,
  shippingMinor: 0,
  takenMinor: 0,
  ...change,
});
const order = (lines: LineFacts[], capturedMinor: number): OrderFacts => ({
  orderId: "ord_1",
  status: "AWAITING_SHIPMENT",
  placedAt: at,
  shipBy: null,
  shippedAt: null,
  trackingNumber: null,
  currency: "BRL",
  capturedMinor,
  refundReservedMinor: 0,
  heldMinor: 0,
  keptMinor: 0,
  openCancellation: null,
  lines: spreadPaid(lines, capturedMinor),
});
const paidBy = (capturedMinor: number) => [
  { paymentId: "pay_1", method: "CARD" as const, capturedMinor, reservedMinor: 0 },
];

/** What canceling one unit after another brings back. */
function unitByUnit(lines: LineFacts[], capturedMinor: number): number[] {
  let facts = order(lines, capturedMinor);
  const given: number[] = [];
  for (const { lineId, quantity } of lines) {
    for (let unit = 0; unit < quantity; unit++) {
      const quote = quoteCancellation({
        rules: automatic,
        order: facts,
        units: [{ lineId, quantity: 1 }],
        payments: paidBy(capturedMinor),
        approvedBy: at,
      });
      given.push(quote.totalMinor);
      facts = {
        ...facts,
        refundReservedMinor: facts.refundReservedMinor + quote.totalMinor,
        lines: facts.lines.map((each) =>
          each.lineId === lineId
            ? {
                ...each,
                canceledQuantity: each.canceledQuantity + 1,
                takenMinor: each.takenMinor + (quote.lines[0]?.amountMinor ?? 0),
              }
            : each,
        ),
      };
    }
  }
  return given;
}

describe("where the payment differs from items and shipping", () => {
  it.each([
    [
      "two of 50.00 for 80.00",
      [line("a", { quantity: 2, unitPriceMinor: 5_000 })],
      8_000,
      [4_000, 4_000],
    ],
    [
      "three of 10.00 for 50.00",
      [line("a", { quantity: 3, unitPriceMinor: 1_000 })],
      5_000,
      [1_667, 1_667, 1_666],
    ],
    [
      "three lines of 10.00 for 50.00",
      ["a", "b", "c"].map((id) => line(id, { unitPriceMinor: 1_000 })),
      5_000,
      [1_667, 1_667, 1_666],
    ],
    [
      "a gift in the basket",
      [line("a", { unitPriceMinor: 10_000 }), line("gift", {})],
      9_000,
      [9_000, 0],
    ],
    [
      "goods without a price",
      [line("a", {}), line("b", { quantity: 2 })],
      3_000,
      [1_000, 1_000, 1_000],
    ],
  ])("each unit is worth its share of what was paid: %s", (_, lines, paid, expected) => {
    expect(unitByUnit(lines, paid)).toEqual(expected);
  });

  it("says the difference by itself, and keeps shipping and fees of what was paid only", () => {
    const bought = [
      line("a", { quantity: 2, unitPriceMinor: 4_500, shippingMinor: 1_000, shippedQuantity: 2 }),
    ];
    const quote = quoteReturn({
      rules: {
        ...automatic,
        returns: { ...automatic.returns, refundShipping: false, restockingFeePercent: 10 },
      },
      order: {
        ...order(bought, 8_000),
        deliveredAt: at,
        openReturnId: null,
        lines: spreadPaid(bought, 8_000).map((each) => ({ ...each, category: null })),
      },
      units: [{ lineId: "a", quantity: 1 }],
      decision: { shippingPaidBy: "SELLER", statutory: false },
      reason: null,
      labelMinor: 0,
      payments: paidBy(8_000),
      settledBy: at,
    });
    expect(quote.components).toEqual([
      { kind: "ITEMS", amountMinor: 4_500 },
      { kind: "SHIPPING", amountMinor: 500 },
      { kind: "PAID_DIFFERENCE", amountMinor: -1_000 },
      { kind: "SHIPPING_KEPT", amountMinor: -400 },
      { kind: "RESTOCKING_FEE", amountMinor: -360 },
    ]);
    expect(quote.totalMinor).toBe(3_240);
  });

  it("leaves lines alone where nothing differs, or nothing was paid", () => {
    const bought = [line("a", { unitPriceMinor: 5_000 })];
    expect(spreadPaid(bought, 5_000)).toEqual(bought);
    expect(spreadPaid(bought, 0)).toEqual(bought);
  });

  it("spreads all of it, and never moves a line by more than a cent from its exact share", () => {
    const lines = fc.array(
      fc.record({
        quantity: fc.integer({ min: 1, max: 5 }),
        unitPriceMinor: fc.nat({ max: 99_999 }),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(lines, fc.integer({ min: 1, max: 2_000_000 }), (given, paid) => {
        const bought = given.map((each, index) => line(String(index), each));
        const spread = spreadPaid(bought, paid);
        expect(spread.reduce((sum, each) => sum + lineTotalMinor(each), 0)).toBe(paid);
        const total = bought.reduce((sum, each) => sum + listedMinor(each), 0);
        if (total === 0) return;
        for (const each of spread)
          expect(Math.abs(lineTotalMinor(each) - (listedMinor(each) * paid) / total)).toBeLessThan(
            1,
          );
      }),
    );
  });
});
