import { assert } from "../assert.js";
import type { OrderStatus } from "../order/order-machine.js";

/** What a shop has with the marketplace in one currency. Minor units. */
export interface ShopFunds {
  /** All that was earned and taken back and not paid out; negative where more was taken back. */
  readonly balanceMinor: number;
  /** Of that, what is too fresh, or whose order has not arrived. */
  readonly pendingMinor: number;
  /** What disputes, chargebacks and payments that never came hold back beyond what is pending anyway. */
  readonly frozenMinor: number;
}

/**
 * What can be paid out now; negative where a shop owes, which the next sales make up for. What is held
 * back is not owed: it leaves nothing to pay at the most.
 */
export function payableMinor({ balanceMinor, pendingMinor, frozenMinor }: ShopFunds): number {
  const settled = balanceMinor - Math.max(0, pendingMinor);
  return settled < 0 ? settled : Math.max(0, settled - frozenMinor);
}

/** What a run pays out: all that can be, or nothing where that is less than the minimum. Minor units. */
export function decidePayout(funds: ShopFunds, minimumMinor: number): number {
  assert(minimumMinor >= 0, "a minimum is not negative");
  const payable = payableMinor(funds);
  return payable >= Math.max(1, minimumMinor) ? payable : 0;
}

/** Orders whose money waits no longer for a parcel: it arrived, or none is coming. */
export const settledOrderStatuses = [
  "DELIVERED",
  "COMPLETED",
  "CANCELED",
  "EXPIRED",
] as const satisfies readonly OrderStatus[];
