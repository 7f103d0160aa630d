import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { advanceRefund } from "./advance-refund.js";
import { type Known, postAttempt, setAttempt } from "./attempt-rows.js";
import {
  atBankBy,
  conclude,
  eventOf,
  isSettled,
  setAllocation,
  succeeded,
} from "./conclude-refund.js";
import { submitTask } from "./exports/create-refund.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import type { LockedRefund } from "./lock-refund.js";
import { openIncident } from "./paid-twice.js";
import { endIncidents } from "./settle-doubt.js";

/**
 * What was known to have failed, or to have come back, worked after all. It counts where nothing else
 * pays the part; else the buyer got it twice, which is booked as it is and put before support.
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
  if (status === "REVERSED" && isUnderWay(refund)) return goOnWithRest(unit, refund);
  if (!isSettled(refund) || (status !== "FAILED" && status !== "REVERSED")) return;
  await succeeded(unit, refund, "succeedLate", { expectedAtBankBy: await atBankBy(unit, refund) });
}

/** Nothing of it came back, and the rest is sent or waits to be. */
async function goOnWithRest(unit: UnitOfWork, { refund }: LockedRefund): Promise<void> {
  const { id } = refund;
  await advanceRefund(unit.manager, refund, "goOn", { failureReason: null });
  await enqueue(unit.manager, submitTask, { id }, { key: `${submitTask}:${id}` });
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.stayed" });
}

/** Whether all that is not paid of it is on its way. */
const isUnderWay = ({ allocations }: LockedRefund): boolean => {
  const has = (...statuses: string[]) =>
    allocations.some(({ status }) => statuses.includes(status));
  return has("PENDING", "PROCESSING") && !has("FAILED", "REVERSED");
};

/** What was paid a second time came back: the books agree again, and the incident is over. */
export async function comeBack(unit: UnitOfWork, known: Known): Promise<void> {
  await setAttempt(unit, known.attempt, { status: "REVERSED" });
  await postAttempt(unit, known, "REFUND_REVERSED");
  await endIncidents(unit, known.refund.refund, { attemptId: known.attempt.id });
}
