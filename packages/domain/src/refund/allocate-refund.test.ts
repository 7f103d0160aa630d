import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocateRefund, allocationStrategies, type PaymentFacts } from "./allocate-refund.js";

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

describe("a refund by another strategy", () => {
  const payments = [
    payment("slip", "BANK_SLIP", 1000),
    payment("voucher", "VOUCHER", 500),
    payment("card", "CARD", 500),
  ];

  it("goes to all in proportion, vouchers too", () => {
    expect(allocateRefund(200, payments, "PROPORTIONAL")).toEqual([
      { paymentId: "slip", amountMinor: 100 },
      { paymentId: "voucher", amountMinor: 50 },
      { paymentId: "card", amountMinor: 50 },
    ]);
  });

  it("goes to the newest first", () => {
    expect(allocateRefund(700, payments, "NEWEST_FIRST")).toEqual([
      { paymentId: "voucher", amountMinor: 200 },
      { paymentId: "card", amountMinor: 500 },
    ]);
  });

  it("returns exactly what 29 payments captured, in any sequence of parts", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...allocationStrategies),
        fc.array(fc.tuple(fc.constantFrom("CARD", "VOUCHER"), fc.nat(20_000)), {
          minLength: 29,
          maxLength: 29,
        }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 20 }),
        (strategy, made, steps) => {
          const left = made.map(([method, captured], index) => ({
            ...payment(`pay_${index}`, method as "CARD", captured),
          }));
          const open = () =>
            left.reduce(
              (sum, { capturedMinor, reservedMinor }) => sum + capturedMinor - reservedMinor,
              0,
            );
          for (const part of [...steps, 1]) {
            for (const { paymentId, amountMinor } of allocateRefund(
              Math.floor(open() * part),
              left,
              strategy,
            ) ?? []) {
              const one = left.find((each) => each.paymentId === paymentId);
              if (one) one.reservedMinor += amountMinor;
            }
            for (const one of left)
              expect(one.reservedMinor).toBeLessThanOrEqual(one.capturedMinor);
          }
          expect(open()).toBe(0);
        },
      ),
    );
  });
});
