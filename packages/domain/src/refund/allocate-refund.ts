import { assert } from "../assert.js";
import type { BankShare } from "../chargeback/bank-share.js";
import { apportion } from "../money/apportion.js";

export type PaymentMethod = "CARD" | "BANK_SLIP" | "VOUCHER" | "DEBIT_CARD" | "WALLET" | "UNKNOWN";

/** What allocating needs to know of a payment; amounts in minor units of one currency. */
export interface PaymentFacts {
  readonly paymentId: string;
  readonly method: PaymentMethod;
  readonly capturedMinor: number;
  /** Already refunded or on its way back. */
  readonly reservedMinor: number;
  /** What banks have of it. Absent where it is nothing, and in questions kept before it was told. */
  readonly atBank?: BankShare;
}

export interface Allocation {
  readonly paymentId: string;
  readonly amountMinor: number;
}

/**
 * To which payments a refund goes first. VOUCHERS_FIRST: the last voucher first, since it expires and
 * cost the buyer least, then the others in proportion to what is left of each. PROPORTIONAL: all in
 * proportion. NEWEST_FIRST: the last payment first, as far as it goes, then the one before.
 */
export const allocationStrategies = ["VOUCHERS_FIRST", "PROPORTIONAL", "NEWEST_FIRST"] as const;
export type AllocationStrategy = (typeof allocationStrategies)[number];

/**
 * Splits a refund over the payments it goes back to, by the stated strategy. Never above capture;
 * null when it does not fit.
 */
export function allocateRefund(
  amountMinor: number,
  payments: readonly PaymentFacts[],
  strategy: AllocationStrategy = "VOUCHERS_FIRST",
): Allocation[] | null {
  assert(Number.isSafeInteger(amountMinor) && amountMinor >= 0, "a refund is not negative");
  const leftOf = (payment: PaymentFacts) => payment.capturedMinor - payment.reservedMinor;
  if (payments.reduce((sum, payment) => sum + leftOf(payment), 0) < amountMinor) return null;

  const inTurn = ({ method }: PaymentFacts) =>
    strategy === "NEWEST_FIRST" || (strategy === "VOUCHERS_FIRST" && method === "VOUCHER");
  let open = amountMinor;
  const taken = new Map<string, number>();
  for (const payment of payments.filter(inTurn).reverse()) {
    const take = Math.min(open, leftOf(payment));
    taken.set(payment.paymentId, take);
    open -= take;
  }
  const others = payments.filter((payment) => !inTurn(payment));
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

/** The methods that a split goes back by, once for each payment. */
export const methodsOf = (
  allocations: readonly Allocation[],
  payments: readonly Pick<PaymentFacts, "paymentId" | "method">[],
): PaymentMethod[] =>
  payments
    .filter((payment) => allocations.some(({ paymentId }) => paymentId === payment.paymentId))
    .map(({ method }) => method);
