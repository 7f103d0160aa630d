import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  availableUnits,
  type LineFacts,
  lineTotalMinor,
  type OrderFacts,
} from "../cancellation/cancellation-facts.js";
import { automatic } from "../policy/policy-presets.js";
import type { PaymentFacts } from "../refund/allocate-refund.js";
import { quoteCancellation } from "./quote-cancellation.js";
import { spreadPaid } from "./spread-paid.js";

const at = new Date("2026-03-02T12:00:00Z");

const aLine = (index: number) =>
  fc.record({
    lineId: fc.constant(`lin_${index}`),
    quantity: fc.integer({ min: 1, max: 5 }),
    canceledQuantity: fc.constant(0),
    heldQuantity: fc.constant(0),
    shippedQuantity: fc.constant(0),
    returningQuantity: fc.constant(0),
    returnedQuantity: fc.constant(0),
    unitPriceMinor: fc.integer({ min: 1, max: 100_000 }),
    discountMinor: fc.integer({ min: 0, max: 1 }),
    taxMinor: fc.integer({ min: 0, max: 999 }),
    shippingMinor: fc.integer({ min: 0, max: 5_001 }),
    takenMinor: fc.constant(0),
  });

const anOrder = fc
  .record({
    lines: fc.tuple(aLine(0), aLine(1), aLine(2)),
    difference: fc.oneof(
      fc.integer({ min: -3, max: 3 }),
      fc.integer({ min: -300_000, max: 300_000 }),
    ),
    parts: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 4 }),
    currency: fc.constantFrom("JPY", "BRL", "KWD"),
    steps: fc.array(fc.tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 5 })), {
      maxLength: 12,
    }),
  })
  .map(({ lines, difference, parts, currency, steps }) => {
    const listed = lines.reduce((sum, line) => sum + lineTotalMinor(line), 0);
    return {
      lines,
      capturedMinor: Math.max(parts.length, listed + difference),
      parts,
      currency,
      steps,
    };
  });

describe("any sequence of partial cancellations", () => {
  it("gives back what was captured, exactly, in currencies of 0, 2 and 3 decimals", () => {
    fc.assert(
      fc.property(anOrder, ({ lines, capturedMinor, parts, currency, steps }) => {
        const whole = parts.slice(1);
        const first = capturedMinor - whole.reduce((sum, part) => sum + part, 0);
        fc.pre(first > 0);
        const payments: PaymentFacts[] = [first, ...whole].map((captured, index) => ({
          paymentId: `pay_${index}`,
          method: index % 2 === 0 ? "CARD" : "VOUCHER",
          capturedMinor: captured,
          reservedMinor: 0,
        }));
        const state = {
          lines: spreadPaid<LineFacts>(lines, capturedMinor),
          payments,
          reserved: 0,
        };
        const everything = [...steps, ...lines.map((_, index) => [index, 5] as const)];
        for (const [index, wanted] of everything) {
          const line = state.lines[index];
          if (!line) continue;
          const quantity = Math.min(wanted, availableUnits(line));
          if (quantity === 0) continue;
          const order: OrderFacts = {
            orderId: "ord_1",
            status: "AWAITING_SHIPMENT",
            placedAt: at,
            shipBy: null,
            shippedAt: null,
            trackingNumber: null,
            currency,
            capturedMinor,
            refundReservedMinor: state.reserved,
            heldMinor: 0,
            keptMinor: 0,
            openCancellation: null,
            lines: state.lines,
          };
          const quote = quoteCancellation({
            rules: automatic,
            order,
            units: [{ lineId: line.lineId, quantity }],
            payments: state.payments,
            approvedBy: at,
          });
          expect(quote.components.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(
            quote.totalMinor,
          );
          expect(quote.allocations.reduce((sum, part) => sum + part.amountMinor, 0)).toBe(
            quote.totalMinor,
          );
          state.reserved += quote.totalMinor;
          state.lines = state.lines.map((candidate) =>
            candidate.lineId === line.lineId
              ? {
                  ...candidate,
                  canceledQuantity: candidate.canceledQuantity + quantity,
                  takenMinor: candidate.takenMinor + (quote.lines[0]?.amountMinor ?? 0),
                }
              : candidate,
          );
          state.payments = state.payments.map((payment) => ({
            ...payment,
            reservedMinor:
              payment.reservedMinor +
              (quote.allocations.find(({ paymentId }) => paymentId === payment.paymentId)
                ?.amountMinor ?? 0),
          }));
          for (const payment of state.payments) {
            expect(payment.reservedMinor).toBeLessThanOrEqual(payment.capturedMinor);
          }
        }
        expect(state.reserved).toBe(capturedMinor);
      }),
    );
  });
});

describe("any sequence of partial cancellations beside a bank", () => {
  it("sends all but what the bank argues about, has that wait, and nothing of what is gone", () => {
    fc.assert(
      fc.property(
        anOrder,
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ lines, capturedMinor, currency, steps }, gone, disputed) => {
          const goneMinor = Math.floor(capturedMinor * gone);
          const disputedMinor = Math.floor((capturedMinor - goneMinor) * disputed);
          const state = { lines: lines as LineFacts[], sent: 0, waiting: 0 };
          const everything = [...steps, ...lines.map((_, index) => [index, 5] as const)];
          for (const [index, wanted] of everything) {
            const line = state.lines[index];
            const quantity = line ? Math.min(wanted, availableUnits(line)) : 0;
            if (!line || quantity === 0) continue;
            const reserved = state.sent + state.waiting;
            const atBank = { goneMinor, disputedMinor, waitingMinor: state.waiting };
            const quote = quoteCancellation({
              rules: automatic,
              order: {
                orderId: "ord_1",
                status: "AWAITING_SHIPMENT",
                placedAt: at,
                shipBy: null,
                shippedAt: null,
                trackingNumber: null,
                currency,
                capturedMinor,
                refundReservedMinor: reserved,
                heldMinor: 0,
                keptMinor: 0,
                atBank,
                openCancellation: null,
                lines: state.lines,
              },
              units: [{ lineId: line.lineId, quantity }],
              payments: [
                {
                  paymentId: "pay_1",
                  method: "CARD",
                  capturedMinor,
                  reservedMinor: reserved,
                  atBank,
                },
              ],
              approvedBy: at,
            });
            const { totalMinor, waitsMinor = 0, components, allocations } = quote;
            const sum = (parts: readonly { amountMinor: number }[]) =>
              parts.reduce((total, { amountMinor }) => total + amountMinor, 0);
            expect([sum(components), sum(allocations)]).toEqual([totalMinor, totalMinor]);
            state.sent += totalMinor;
            state.waiting += waitsMinor;
            state.lines = state.lines.map((candidate) =>
              candidate.lineId === line.lineId
                ? {
                    ...candidate,
                    canceledQuantity: candidate.canceledQuantity + quantity,
                    takenMinor: candidate.takenMinor + (quote.lines[0]?.amountMinor ?? 0),
                  }
                : candidate,
            );
            expect(state.sent).toBeLessThanOrEqual(capturedMinor - goneMinor - disputedMinor);
          }
          expect(state.sent).toBe(capturedMinor - goneMinor - disputedMinor);
          expect(state.waiting).toBe(disputedMinor);
        },
      ),
    );
  });
});
