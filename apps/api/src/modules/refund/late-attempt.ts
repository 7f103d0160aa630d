import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { type Known, postAttempt, setAttempt } from "./attempt-rows.js";
import { atBankBy, conclude, isSettled, setAllocation, succeeded } from "./conclude-refund.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import { openIncident } from "./paid-twice.js";
import { endIncidents } from "./settle-doubt.js";

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
