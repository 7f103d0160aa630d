import { remindAt } from "@makegood/domain/calendar/remind-at";
import { move } from "@makegood/domain/ledger/move";
import { actionDueBy } from "@makegood/domain/repayment/payout-terms";
import { stoppedReason } from "@makegood/domain/stop/stop-switch";
import { post } from "#modules/ledger/exports/post.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { advanceRefund } from "./advance-refund.js";
import { calledOff } from "./call-off-refund.js";
import { actionDeadline, actionReminder } from "./check-deadline.js";
import {
  atBankBy,
  conclude,
  eventOf,
  isSettled,
  setAllocation,
  succeeded,
} from "./conclude-refund.js";
import { detailsOnTheirWay } from "./details-on-their-way.js";
import { eraseDetails } from "./erase-details.js";
import { submitTask } from "./exports/create-refund.js";
import type { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import type { LockedRefund } from "./lock-refund.js";
import { openIncident } from "./paid-twice.js";
import { settleAction } from "./settle-action.js";
import { endIncidents, takeBackDoubt } from "./settle-doubt.js";

/** Faults of the provider that say nothing about the buyer's account: tried again by itself. */
const triedAgain = new Set(["provider_error"]);
const mostTries = 3;
/** Why a part of a refund is not sent: told before whatever keeps another part at its provider. */
const holds: readonly (string | null)[] = [stoppedReason, "chargeback_open", "chargeback_lost"];

/** An attempt that something is known of, with all it belongs to, under the order's lock. */
export interface Known {
  attempt: RefundAttemptEntity;
  allocation: RefundAllocationEntity;
  refund: LockedRefund;
}

/** It waits at the provider, which may say why. */
export async function pending(
  unit: UnitOfWork,
  known: Known,
  reason: string | null,
): Promise<void> {
  const { attempt, refund } = known;
  if (attempt.pendingReason === reason) return;
  await setAttempt(unit, attempt, { pendingReason: reason, needsAction: false });
  await goOn(unit, refund);
  const { status, pendingReason } = refund.refund;
  if (status !== "PROCESSING" || holds.includes(pendingReason)) return;
  await advanceRefund(unit.manager, refund.refund, "keepPending", { pendingReason: reason });
  if (reason !== "processing") {
    await recordEvent(unit, { ...eventOf(refund.refund), kind: "refund.pending", reason });
  }
}

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

export async function succeed(
  unit: UnitOfWork,
  known: Known,
  said: Pick<ProviderRefund, "trace">,
): Promise<void> {
  const { attempt, allocation, refund } = known;
  await settle(unit, attempt, { status: "SUCCEEDED" });
  const trace = { traceType: said.trace?.type ?? null, traceValue: said.trace?.value ?? null };
  await setAllocation(unit, allocation, { status: "SUCCEEDED", ...trace });
  await postAttempt(unit, known, "REFUND_PAID");
  await eraseDetails(unit, { attemptId: attempt.id });
  await goOn(unit, refund);
  await conclude(unit, refund, null);
}

/** Networks give their reference days after they took the money. */
export async function keepTrace(
  unit: UnitOfWork,
  { allocation, refund: { refund } }: Known,
  said: Pick<ProviderRefund, "trace">,
): Promise<void> {
  if (!said.trace || allocation.traceValue === said.trace.value) return;
  const trace = { traceType: said.trace.type, traceValue: said.trace.value };
  await setAllocation(unit, allocation, trace);
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.traced" });
}

export async function fail(unit: UnitOfWork, known: Known, said: string): Promise<void> {
  const { attempt, allocation, refund } = known;
  // Whether our own word or the provider's webhook about it comes first, the reason is the same.
  const reason = attempt.needsAction && said === "canceled" ? "details_not_given" : said;
  await settle(unit, attempt, { status: "FAILED", failureReason: reason });
  await eraseDetails(unit, { attemptId: attempt.id });
  if (await calledOff(unit, refund, allocation)) return;
  await goOn(unit, refund);
  const [unpaid] = await takeBackDoubt(unit, refund, [allocation]);
  if (!unpaid) return conclude(unit, refund, null);
  if (triedAgain.has(reason) && attempt.number < mostTries) {
    await setAllocation(unit, allocation, { status: "PENDING" });
    const { id } = refund.refund;
    await enqueue(unit.manager, submitTask, { id }, { key: `${submitTask}:${id}` });
    return;
  }
  await setAllocation(unit, allocation, { status: "FAILED" });
  await conclude(unit, refund, reason);
}

/**
 * What had succeeded was sent back by the bank, or is now said to have failed. Where the same money
 * had arrived another way, too, that is what counts now.
 */
export async function reverse(unit: UnitOfWork, known: Known, reason: string): Promise<void> {
  const { attempt, allocation, refund } = known;
  await settle(unit, attempt, { status: "REVERSED", failureReason: reason });
  await setAllocation(unit, allocation, { status: "REVERSED" });
  await postAttempt(unit, known, "REFUND_REVERSED");
  if ((await takeBackDoubt(unit, refund, [allocation])).length === 0) return;
  const { status } = refund.refund;
  // While another part waits for the buyer's details, those are what the buyer is asked for first.
  if (!["SUCCEEDED", "PROCESSING", "REQUIRES_ACTION"].includes(status)) return;
  if (status !== "REQUIRES_ACTION") {
    await advanceRefund(unit.manager, refund.refund, "reverse", { failureReason: reason });
  }
  await recordEvent(unit, { ...eventOf(refund.refund), kind: "refund.reversed", reason });
}

/**
 * What was known to have failed worked after all. It counts where nothing else pays the part; else
 * the buyer got it twice, which is booked as it is and put before support.
 */
export async function arriveLate(
  unit: UnitOfWork,
  known: Known,
  said: Pick<ProviderRefund, "trace">,
): Promise<void> {
  const { attempt, allocation, refund } = known;
  // Also where another attempt was about to begin: now none does.
  const unpaid = ["FAILED", "REVERSED", "PENDING"].includes(allocation.status);
  await setAttempt(unit, attempt, { status: unpaid ? "SUCCEEDED" : "PAID_TWICE" });
  await postAttempt(unit, known, "REFUND_PAID");
  if (!unpaid) return openIncident(unit, refund, allocation, { attemptId: attempt.id });
  const trace = { traceType: said.trace?.type ?? null, traceValue: said.trace?.value ?? null };
  await setAllocation(unit, allocation, { status: "SUCCEEDED", ...trace });
  await conclude(unit, refund, null);
  const { status } = refund.refund;
  if (!isSettled(refund) || (status !== "FAILED" && status !== "REVERSED")) return;
  await succeeded(unit, refund, "succeedLate", { expectedAtBankBy: await atBankBy(unit, refund) });
}

/** What was paid a second time came back: the books agree again, and the incident is over. */
export async function comeBack(unit: UnitOfWork, known: Known): Promise<void> {
  await setAttempt(unit, known.attempt, { status: "REVERSED" });
  await postAttempt(unit, known, "REFUND_REVERSED");
  await endIncidents(unit, known.refund.refund, { attemptId: known.attempt.id });
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

const settle = (
  unit: UnitOfWork,
  attempt: RefundAttemptEntity,
  to: Partial<RefundAttemptEntity>,
): Promise<void> =>
  setAttempt(unit, attempt, {
    ...to,
    settledAt: unit.now,
    pendingReason: null,
    needsAction: false,
  });

export async function setAttempt(
  unit: UnitOfWork,
  attempt: RefundAttemptEntity,
  to: Partial<RefundAttemptEntity>,
): Promise<void> {
  Object.assign(attempt, to);
  await unit.manager.update(RefundAttemptEntity, { id: attempt.id }, to);
}

export function postAttempt(
  unit: UnitOfWork,
  { attempt, allocation, refund: { refund } }: Known,
  kind: "REFUND_PAID" | "REFUND_REVERSED",
): Promise<void> {
  return post(unit.manager, {
    kind,
    reference: attempt.id,
    orderId: refund.orderId,
    refundId: refund.id,
    shopId: refund.shopId,
    currency: refund.currency,
    entries:
      kind === "REFUND_PAID"
        ? move(allocation.amountMinor, "REFUND_OWED", "PROVIDER_CLEARING")
        : move(allocation.amountMinor, "PROVIDER_CLEARING", "REFUND_OWED"),
    at: unit.now,
  });
}
