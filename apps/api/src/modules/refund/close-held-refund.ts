import { refundMachine } from "@makegood/domain/refund/refund-machine";
import { heldByChargeback } from "#modules/chargeback/exports/held-by-chargeback.js";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { completeWhatItWasFor, eventOf } from "./conclude-refund.js";
import { type LockedRefund, lockRefund } from "./lock-refund.js";
import { releaseRefund } from "./release-refund.js";

/**
 * The buyer's bank paid what of the refund was not paid and is not under way: an agent, who says so,
 * ends it, or the rest of it where a part was paid.
 */
export async function closeHeldRefund(
  unit: UnitOfWork,
  caller: Caller,
  { refundId, reason }: { refundId: string; reason: string },
): Promise<Outcome<{ refundId: string }>> {
  const found = await lockRefund(unit.manager, caller, refundId);
  if (!found) return refuse({ kind: "NotFound", what: "refund" });
  const { refund, allocations } = found;
  const isPaidInPart = allocations.some(({ status }) => status === "SUCCEEDED");
  const command = isPaidInPart ? "closeRest" : "close";
  const refusal = refuseTransition(refundMachine, refund.status, command);
  if (refusal) return refuse(refusal);
  if (!(await bankHasPaid(unit, found))) {
    const state = refund.status;
    const known = { machine: refundMachine.name, state, allowedCommands: [] };
    return refuse({ kind: "NotInThisState", ...known, command: "close" });
  }
  const amountMinor = await releaseRefund(unit, found, command);
  const data = { amountMinor, currency: refund.currency };
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.closedAsPaidByBank", reason, data });
  await completeWhatItWasFor(unit, refund);
  return done({ refundId }, refund);
}

/** Whether nothing unpaid is under way, and a bank has paid the buyer of all of it. */
async function bankHasPaid(
  { manager }: UnitOfWork,
  { locked, refund, allocations }: LockedRefund,
): Promise<boolean> {
  const unpaid = allocations.filter(({ status }) => status !== "SUCCEEDED");
  if (unpaid.some(({ status }) => status === "PROCESSING")) return false;
  const payments = await lockPayments(manager, locked.order.purchaseId);
  const wantedMinor = new Map(unpaid.map(({ paymentId, amountMinor }) => [paymentId, amountMinor]));
  const asked = { refundId: refund.id, order: locked.order, wantedMinor };
  const holds = await heldByChargeback(manager, payments, asked);
  return unpaid.every(({ paymentId }) => {
    const hold = holds.get(paymentId);
    return hold?.reason === "chargeback_lost" && hold.freeMinor === 0;
  });
}
