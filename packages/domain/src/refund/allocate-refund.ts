import { assert } from "../assert.js";
import { apportion } from "../money/apportion.js";

export type PaymentMethod = "CARD" | "BANK_SLIP" | "VOUCHER" | "DEBIT_CARD" | "WALLET" | "UNKNOWN";

/** What allocating needs to know of a payment; amounts in minor units of one currency. */
export interface PaymentFacts {
  readonly paymentId: string;
  readonly method: PaymentMethod;
  readonly capturedMinor: number;
  /** Already refunded or on its way back. */
  readonly reservedMinor: number;
}

export interface Allocation {
  readonly paymentId: string;
  readonly amountMinor: number;
}

/**
 * Splits a refund over the payments it goes back to: the last voucher first, since it expires and
 * cost the buyer least, then the others in proportion to what is left of each. Never above capture;
 * null when it does not fit.
 */
export function allocateRefund(
  amountMinor: number,
  payments: readonly PaymentFacts[],
): Allocation[] | null {
  assert(Number.isSafeInteger(amountMinor) && amountMinor >= 0, "a refund is not negative");
  const leftOf = (payment: PaymentFacts) => payment.capturedMinor - payment.reservedMinor;
  if (payments.reduce((sum, payment) => sum + leftOf(payment), 0) < amountMinor) return null;

  let open = amountMinor;
  const taken = new Map<string, number>();
  for (const voucher of payments.filter(({ method }) => method === "VOUCHER").reverse()) {
    const take = Math.min(open, leftOf(voucher));
    taken.set(voucher.paymentId, take);
    open -= take;
  }
  const others = payments.filter(({ method }) => method !== "VOUCHER");
  if (open > 0) {
    // Proportional parts of what fits never pass what is left: each is floored, and the units that
    // rounding leaves over go to payments whose exact share was above their floor.
    const parts = apportion(open, others.map(leftOf));
    for (const [index, payment] of others.entries())
      taken.set(payment.paymentId, parts[index] ?? 0);
  }
  return payments
    .map(({ paymentId }) => ({ paymentId, amountMinor: taken.get(paymentId) ?? 0 }))
    .filter((allocation) => allocation.amountMinor > 0);
}
