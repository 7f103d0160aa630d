import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateRefund, type PaymentFacts } from "./allocate-refund.js";

const payment = (
  paymentId: string,
  method: PaymentFacts["method"],
  capturedMinor: number,
  reservedMinor = 0,
) => ({ paymentId, method, capturedMinor, reservedMinor }) as const;

describe("a refund goes back", () => {
  it("to the last voucher first, then to the others in proportion", () => {
    const payments = [
      payment("first-voucher", "VOUCHER", 500),
      payment("card", "CARD", 3000),
      payment("slip", "BANK_SLIP", 1000),
      payment("last-voucher", "VOUCHER", 200),
    ];
    expect(allocateRefund(100, payments)).toEqual([
      { paymentId: "last-voucher", amountMinor: 100 },
    ]);
    expect(allocateRefund(1101, payments)).toEqual([
      { paymentId: "first-voucher", amountMinor: 500 },
      { paymentId: "card", amountMinor: 301 },
      { paymentId: "slip", amountMinor: 100 },
      { paymentId: "last-voucher", amountMinor: 200 },
    ]);
  });

  it("nowhere when it does not fit", () => {
    expect(allocateRefund(101, [payment("card", "CARD", 200, 100)])).toBeNull();
  });

  it("never above what a payment has left, and in full", () => {
    const aPayment = fc
      .record({
        method: fc.constantFrom("CARD" as const, "VOUCHER" as const, "BANK_SLIP" as const),
        capturedMinor: fc.integer({ min: 0, max: 1_000_000 }),
        reserved: fc.double({ min: 0, max: 1, noNaN: true }),
      })
      .map(({ method, capturedMinor, reserved }) => ({
        method,
        capturedMinor,
        reservedMinor: Math.floor(capturedMinor * reserved),
      }));
    fc.assert(
      fc.property(
        fc.array(aPayment, { minLength: 1, maxLength: 29 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (list, part) => {
          const payments = list.map((one, index) => ({ ...one, paymentId: `pay_${index}` }));
          const left = payments.reduce(
            (sum, one) => sum + one.capturedMinor - one.reservedMinor,
            0,
          );
          const amount = Math.floor(left * part);
          const allocations = allocateRefund(amount, payments) ?? [];
          expect(allocations.reduce((sum, one) => sum + one.amountMinor, 0)).toBe(amount);
          for (const one of allocations) {
            const { capturedMinor = 0, reservedMinor = 0 } =
              payments.find(({ paymentId }) => paymentId === one.paymentId) ?? {};
            expect(one.amountMinor).toBeLessThanOrEqual(capturedMinor - reservedMinor);
          }
        },
      ),
    );
  });
});
