import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decidePayout, payableMinor } from "./decide-payout.js";

const funds = (balanceMinor: number, pendingMinor = 0, frozenMinor = 0) => ({
  balanceMinor,
  pendingMinor,
  frozenMinor,
});

describe("a payout", () => {
  it("is what is neither pending nor frozen", () => {
    expect(decidePayout(funds(10_000, 2500, 1500), 100)).toBe(6000);
  });

  it("waits below the minimum, and while the shop owes", () => {
    expect(decidePayout(funds(99), 100)).toBe(0);
    expect(decidePayout(funds(-1200), 0)).toBe(0);
    expect(payableMinor(funds(-1200))).toBe(-1200);
  });

  it("is nothing where all is held back, which is no debt", () => {
    expect(payableMinor(funds(5_000, 0, 8_000))).toBe(0);
    expect(payableMinor(funds(5_000, 6_000, 8_000))).toBe(-1_000);
  });

  it("never passes the balance less what is held back", () => {
    const amount = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(
        amount,
        amount,
        fc.nat(1_000_000),
        fc.nat(1000),
        (balance, pending, frozen, least) => {
          const paid = decidePayout(funds(balance, pending, frozen), least);
          expect(paid).toBeGreaterThanOrEqual(0);
          if (paid > 0) expect(paid).toBeLessThanOrEqual(balance - frozen);
        },
      ),
    );
  });
});
