import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { apportion, shareOfUnits } from "./apportion.js";

describe("apportioning", () => {
  it("gives the odd cent to the largest remainder", () => {
    expect(apportion(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(apportion(10, [1, 5, 4])).toEqual([1, 5, 4]);
    expect(apportion(-100, [1, 1, 1])).toEqual([-34, -33, -33]);
  });

  it("shares equally when nobody weighs anything", () => {
    expect(apportion(3, [0, 0])).toEqual([2, 1]);
  });

  it("never loses or makes a minor unit", () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        fc.array(fc.maxSafeNat(), { minLength: 1, maxLength: 40 }),
        (total, weights) => {
          const parts = apportion(total, weights);
          expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
          expect(parts.every((part) => part >= 0)).toBe(true);
        },
      ),
    );
  });

  it("takes a line's exact total, however its units are taken", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 12 }),
        (total, steps) => {
          const quantity = steps.reduce((sum, step) => sum + step, 0);
          let taken = 0;
          let paid = 0;
          for (const step of steps) {
            paid += shareOfUnits(total, quantity, taken, step);
            taken += step;
          }
          expect(paid).toBe(total);
        },
      ),
    );
  });
});
