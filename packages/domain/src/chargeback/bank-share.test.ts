import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import type { PaymentFacts } from "../refund/allocate-refund.js";
import { sendableParts } from "../refund/hold-back.js";
import { splitRefund } from "../refund/split-refund.js";
import { owableMinor, roomBeside } from "./bank-share.js";

const minor = fc.integer({ min: 0, max: 1_000_000 });
const totalOf = (parts: readonly { amountMinor: number }[]) =>
  parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0);

describe("what is left beside a bank", () => {
  it.each([
    ["all of it, without a chargeback", 229_00, {}, { nowMinor: 229_00, waitsMinor: 0 }],
    ["the rest, of one lost", 229_00, { goneMinor: 29_00 }, { nowMinor: 200_00, waitsMinor: 0 }],
    [
      "the rest now, and the part that is argued about later",
      296_90,
      { disputedMinor: 10_00 },
      { nowMinor: 286_90, waitsMinor: 10_00 },
    ],
    [
      "only what is not argued about, where most went back before",
      146_90 - 140_00,
      { disputedMinor: 10_00 },
      { nowMinor: 0, waitsMinor: 6_90 },
    ],
    [
      "nothing where the part argued about is waited for already",
      0,
      { disputedMinor: 29_00, waitingMinor: 29_00 },
      { nowMinor: 0, waitsMinor: 0 },
    ],
    [
      "nothing of what waited, once the bank gave it back and it is on its way",
      0,
      { waitingMinor: 29_00 },
      { nowMinor: 0, waitsMinor: 0 },
    ],
    [
      "nothing where banks ask for more than was paid",
      100_00,
      { disputedMinor: 125_00, goneMinor: 3_00 },
      { nowMinor: 0, waitsMinor: 97_00 },
    ],
  ])("is %s", (_, left, bank, room) => {
    const share = { disputedMinor: 0, goneMinor: 0, waitingMinor: 0, ...bank };
    expect(roomBeside(left, share)).toEqual(room);
  });

  it("with what banks took and what was promised, is never more than there was", () => {
    fc.assert(
      fc.property(minor, minor, minor, minor, minor, (captured, sent, disputed, gone, waiting) => {
        const left = captured - sent - waiting;
        const room = roomBeside(left, {
          disputedMinor: disputed,
          goneMinor: gone,
          waitingMinor: waiting,
        });
        expect(room.nowMinor).toBeGreaterThanOrEqual(0);
        expect(room.waitsMinor).toBeGreaterThanOrEqual(0);
        if (owableMinor(room) > 0) {
          expect(owableMinor(room)).toBeLessThanOrEqual(captured - sent - gone);
        }
        if (room.nowMinor > 0) {
          expect(room.nowMinor + disputed + gone).toBeLessThanOrEqual(captured - sent);
        }
      }),
    );
  });
});

const aPayment = fc.record({
  method: fc.constantFrom("CARD" as const, "VOUCHER" as const),
  capturedMinor: minor,
  reserved: fc.double({ min: 0, max: 1, noNaN: true }),
  disputedMinor: minor,
  goneMinor: minor,
});

describe("a refund that is due, split beside banks", () => {
  it("sums to what is due, and takes of no payment what a bank has of it", () => {
    fc.assert(
      fc.property(
        fc.array(aPayment, { minLength: 1, maxLength: 6 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        minor,
        minor,
        (list, part, disputedOfOrder, goneOfOrder) => {
          const payments: PaymentFacts[] = list.map(
            ({ method, capturedMinor, reserved, disputedMinor, goneMinor }, index) => ({
              paymentId: `pay_${index}`,
              method,
              capturedMinor,
              reservedMinor: Math.floor(capturedMinor * reserved),
              atBank: { disputedMinor, goneMinor, waitingMinor: 0 },
            }),
          );
          const left = payments.reduce((sum, p) => sum + p.capturedMinor - p.reservedMinor, 0);
          const due = Math.floor(left * part);
          const order = roomBeside(left, {
            disputedMinor: disputedOfOrder,
            goneMinor: goneOfOrder,
            waitingMinor: 0,
          });
          const { now, waits, goneMinor } = splitRefund(due, order, payments);
          expect(totalOf(now) + totalOf(waits) + goneMinor).toBe(due);
          expect(goneMinor).toBeGreaterThanOrEqual(0);
          expect(totalOf(now)).toBeLessThanOrEqual(order.nowMinor);
          for (const payment of payments) {
            const of = (parts: typeof now) =>
              totalOf(parts.filter(({ paymentId }) => paymentId === payment.paymentId));
            const { disputedMinor = 0, goneMinor: gone = 0 } = payment.atBank ?? {};
            const free = payment.capturedMinor - payment.reservedMinor;
            if (of(now) > 0) expect(of(now)).toBeLessThanOrEqual(free - disputedMinor - gone);
            if (of(waits) > 0) expect(of(now) + of(waits)).toBeLessThanOrEqual(free - gone);
          }
        },
      ),
    );
  });

  test("charges the disputed amount to the order it is about, and leaves the other alone", () => {
    const payments: PaymentFacts[] = [
      {
        paymentId: "pay_1",
        method: "CARD",
        capturedMinor: 40_00,
        reservedMinor: 0,
        atBank: { disputedMinor: 10_00, goneMinor: 0, waitingMinor: 0 },
      },
    ];
    const share = (disputedMinor: number) => ({ disputedMinor, goneMinor: 0, waitingMinor: 0 });
    const mine = splitRefund(30_00, roomBeside(30_00, share(7_50)), payments);
    expect(totalOf(mine.now)).toBe(22_50);
    expect(totalOf(mine.waits)).toBe(7_50);
    const others = splitRefund(10_00, roomBeside(10_00, share(2_50)), payments);
    expect([totalOf(others.now), totalOf(others.waits)]).toEqual([7_50, 2_50]);
  });
});

test("parts that are not sent yet go as far as their payments and their order let them", () => {
  const part = (amountMinor: number, freeMinor: number) => ({ amountMinor, freeMinor });
  expect(sendableParts([part(100, 100), part(50, 20)], 1000)).toEqual([100, 20]);
  expect(sendableParts([part(100, 100), part(50, 50)], 120)).toEqual([100, 20]);
  expect(sendableParts([part(100, -5)], 1000)).toEqual([0]);
  fc.assert(
    fc.property(fc.array(fc.tuple(minor, minor), { maxLength: 8 }), minor, (list, free) => {
      const parts = list.map(([amountMinor, freeMinor]) => part(amountMinor, freeMinor));
      const sent = sendableParts(parts, free);
      expect(sent.reduce((sum, each) => sum + each, 0)).toBeLessThanOrEqual(free);
      for (const [index, each] of sent.entries()) {
        expect(each).toBeLessThanOrEqual(Math.min(...(list[index] ?? [0, 0])));
      }
    }),
  );
});
