import type { Refusal } from "../refusal/refusal.js";
import type { OrderMoney } from "./order-money.js";

/**
 * Why an order can't be paid any more; null while its money is wanted. An order that ended, or whose
 * time for paying is over, takes no payment: one that comes all the same is refunded.
 */
export function refusePayment(
  order: { readonly status: string; readonly paymentDueBy: Date | null },
  /** Null where the money was taken at checkout. */
  money: OrderMoney | null,
  now: Date,
): Refusal | null {
  const refused = (machine: "order" | "payment", state: string): Refusal => ({
    kind: "NotInThisState",
    machine,
    state,
    command: "pay",
    allowedCommands: [],
  });
  if (money?.kind !== "DUE" && money?.kind !== "CAPTURE_FAILED") {
    return order.status === "EXPIRED" || order.status === "CANCELED"
      ? refused("order", order.status)
      : refused("payment", money?.kind ?? "CAPTURED");
  }
  const isOver = order.paymentDueBy !== null && order.paymentDueBy <= now;
  return isOver ? refused("order", "EXPIRED") : null;
}
