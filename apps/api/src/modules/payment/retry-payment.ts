import { lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { beginCapture, beginRelease } from "./exports/begin-payment-steps.js";
import { readOrderMoney } from "./exports/read-order-money.js";

/** Begins a new step for what the provider is known to have refused, and what is still there to take. */
export async function retryPayment(
  unit: UnitOfWork,
  caller: Caller,
  orderId: string,
): Promise<Outcome<{ orderId: string }>> {
  const { manager } = unit;
  const locked = await lockOrder(manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const payments = await lockPayments(manager, locked.order.purchaseId);
  const collected = await readOrderMoney(manager, locked.order, payments);
  const { money } = collected;
  const held = collected.payments.some(({ state }) => state === "AUTHORIZED");
  if (money.kind === "CAPTURE_FAILED" && held) {
    await recordEvent(unit, { orderId, kind: "payment.retried" });
    await beginCapture(unit, collected);
    return done({ orderId });
  }
  if (money.kind === "RELEASE_FAILED") {
    await recordEvent(unit, { orderId, kind: "payment.retried" });
    await beginRelease(unit, collected);
    return done({ orderId });
  }
  return refuse({
    kind: "NotInThisState",
    machine: "payment",
    state: money.kind,
    command: "retry",
    allowedCommands: [],
  });
}
