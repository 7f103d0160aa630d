import { remindAt } from "@makegood/domain/calendar/remind-at";
import { actionDueBy } from "@makegood/domain/repayment/payout-terms";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { advanceRefund } from "./advance-refund.js";
import { type Known, setAttempt } from "./attempt-rows.js";
import { actionDeadline, actionReminder } from "./check-deadline.js";
import { eventOf } from "./conclude-refund.js";
import { detailsOnTheirWay } from "./details-on-their-way.js";
import { submitTask } from "./exports/create-refund.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { LockedRefund } from "./lock-refund.js";
import { settleAction } from "./settle-action.js";

/**
 * It waits for the buyer's bank details; asked again after wrong ones, with a new deadline. Not while
 * what they gave is on its way there: that it still waits is no news then.
 */
export async function askForDetails(
  unit: UnitOfWork,
  { attempt, refund: { refund } }: Known,
  said: { pendingReason: string | null; askedAt: Date | null },
): Promise<void> {
  if (await detailsOnTheirWay(unit, attempt, said.askedAt)) return;
  const pendingReason = said.pendingReason ?? "bank_details_needed";
  await setAttempt(unit, attempt, { needsAction: true, pendingReason });
  if (refund.status !== "PROCESSING" && refund.status !== "REVERSED") return;
  const actionBy = actionDueBy(unit.now);
  await advanceRefund(unit.manager, refund, "requireAction", { actionBy, pendingReason });
  await setDeadline(unit.manager, actionDeadline, refund.id, actionBy);
  const remind = remindAt(unit.now, actionBy);
  if (remind) await setDeadline(unit.manager, actionReminder, refund.id, remind);
  await recordEvent(unit, {
    ...eventOf(refund),
    kind: "refund.actionNeeded",
    data: { promisedBy: actionBy.toISOString() },
  });
}

/** A refund that waited for the buyer goes on, once nothing of it waits for them any more. */
export async function goOn(unit: UnitOfWork, known: LockedRefund): Promise<void> {
  if (known.refund.status !== "REQUIRES_ACTION") return;
  const { id: refundId } = known.refund;
  const status = "OPEN";
  if (await unit.manager.existsBy(RefundAttemptEntity, { refundId, status, needsAction: true })) {
    return;
  }
  await settleAction(unit, known.refund.id);
  await advanceRefund(unit.manager, known.refund, "act", { actionBy: null, pendingReason: null });
  // Nothing is sent while it waits for them: what came to be due meanwhile is sent now.
  const isDue = known.allocations.some((allocation) => allocation.status === "PENDING");
  if (isDue)
    await enqueue(unit.manager, submitTask, { id: refundId }, { key: `${submitTask}:${refundId}` });
}
