import { callingOffReason } from "@makegood/domain/refund/calling-off";
import { refundMachine } from "@makegood/domain/refund/refund-machine";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { checkDeadline, giveUpTask } from "./check-deadline.js";
import { completeWhatItWasFor, eventOf, setAllocation } from "./conclude-refund.js";
import { RefundEntity } from "./exports/refund.entity.js";
import type { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { LockedRefund } from "./lock-refund.js";
import { releaseRefund } from "./release-refund.js";
import { settleAction } from "./settle-action.js";

/**
 * Support calls off a refund that waits for the buyer's details, as agreed with the buyer. Its provider
 * is told to give it up, and only its word that it did ends the refund: the buyer may just have given
 * them there.
 */
export async function callOff(
  unit: UnitOfWork,
  { refund, allocations }: LockedRefund,
  reason: string,
): Promise<Outcome<{ refundId: string }>> {
  const { id, amountMinor, currency, status: state } = refund;
  const open = await unit.manager.findBy(RefundAttemptEntity, { refundId: id, status: "OPEN" });
  const isUnderWay = open.some(({ needsAction }) => !needsAction);
  const isPaid = allocations.some(({ status }) => status === "SUCCEEDED");
  if (isUnderWay || isPaid || refund.pendingReason === callingOffReason) {
    const known = { machine: refundMachine.name, state, allowedCommands: ["act"] };
    return refuse({ kind: "NotInThisState", ...known, command: "cancel" });
  }
  refund.pendingReason = callingOffReason;
  await unit.manager.update(RefundEntity, { id }, { pendingReason: callingOffReason });
  const data = { amountMinor, currency };
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.callingOff", reason, data });
  await enqueue(unit.manager, giveUpTask, { id }, { key: `${giveUpTask}:${id}` });
  return done({ refundId: id }, refund);
}

/**
 * A part of a refund that is being called off was given up: the refund ends with its last one. False
 * where it is not called off, or where the buyer was paid a part of it after all.
 */
export async function calledOff(
  unit: UnitOfWork,
  found: LockedRefund,
  part: RefundAllocationEntity,
): Promise<boolean> {
  const { refund, allocations } = found;
  const { id: refundId, amountMinor, currency } = refund;
  if (refund.status !== "REQUIRES_ACTION" || refund.pendingReason !== callingOffReason)
    return false;
  if (allocations.some(({ status }) => status === "SUCCEEDED")) return false;
  await setAllocation(unit, part, { status: "FAILED" });
  const isOpen = await unit.manager.existsBy(RefundAttemptEntity, { refundId, status: "OPEN" });
  if (isOpen) return true;
  await releaseRefund(unit, found, "cancel");
  await settleAction(unit, refundId);
  await settleDeadline(unit.manager, checkDeadline, refundId, unit.now);
  const data = { amountMinor, currency };
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.calledOff", data });
  await completeWhatItWasFor(unit, refund);
  return true;
}
