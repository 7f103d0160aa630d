import type { OrderStatus } from "./order-machine.js";

export const financialStatuses = [
  "UNPAID",
  "AUTHORIZED",
  "PAID",
  "PARTIALLY_REFUNDED",
  "REFUNDED",
  "VOIDED",
  "PARTIALLY_CHARGED_BACK",
  "CHARGED_BACK",
] as const;
export type FinancialStatus = (typeof financialStatuses)[number];

/** Derived from the money alone, never stored: what has not moved is not said to have. */
export function deriveFinancialStatus(order: {
  status: OrderStatus;
  /** What it costs; 0 for a gift, a free sample or a replacement that was paid before. */
  totalMinor: number;
  /** What is authorised, or asked for, instead of captured at checkout; 0 where there is none. */
  authorizedMinor: number;
  /** When the authorisation was given back, nothing of it taken. */
  voidedAt: Date | null;
  /** Until when it has to be paid, where nothing was taken, or the bank declined to. */
  paymentDueBy: Date | null;
  capturedMinor: number;
  refundedMinor: number;
  /** What banks have back, or have paid the buyer; 0 where nothing is disputed, or all of it was won. */
  chargedBackMinor: number;
}): FinancialStatus {
  const { chargedBackMinor, refundedMinor } = order;
  if (chargedBackMinor > 0 && chargedBackMinor >= order.capturedMinor) return "CHARGED_BACK";
  if (chargedBackMinor > 0 && chargedBackMinor + refundedMinor < order.capturedMinor) {
    return "PARTIALLY_CHARGED_BACK";
  }
  if (order.capturedMinor === 0) {
    // Nothing was to be paid, so that nothing is left unpaid.
    if (order.totalMinor === 0 && order.authorizedMinor === 0) return "PAID";
    if (order.status === "PENDING_PAYMENT" || order.status === "EXPIRED") return "UNPAID";
    if (order.voidedAt !== null) return "VOIDED";
    return order.authorizedMinor > 0 && order.paymentDueBy === null ? "AUTHORIZED" : "UNPAID";
  }
  if (refundedMinor === 0) return "PAID";
  const backMinor = refundedMinor + chargedBackMinor;
  return backMinor >= order.capturedMinor ? "REFUNDED" : "PARTIALLY_REFUNDED";
}
