import type { OrderStatus } from "./order-machine.js";

export const financialStatuses = [
  "UNPAID",
  "AUTHORIZED",
  "PAID",
  "PARTIALLY_REFUNDED",
  "REFUNDED",
  "VOIDED",
  "CHARGED_BACK",
] as const;
export type FinancialStatus = (typeof financialStatuses)[number];

/** Derived from the money alone, never stored: what has not moved is not said to have. */
export function deriveFinancialStatus(order: {
  status: OrderStatus;
  capturedMinor: number;
  refundedMinor: number;
}): FinancialStatus {
  if (order.capturedMinor === 0) return order.status === "CANCELED" ? "VOIDED" : "UNPAID";
  if (order.refundedMinor === 0) return "PAID";
  return order.refundedMinor >= order.capturedMinor ? "REFUNDED" : "PARTIALLY_REFUNDED";
}
