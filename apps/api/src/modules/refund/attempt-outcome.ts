import { stoppedReason } from "@makegood/domain/stop/stop-switch";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { advanceRefund } from "./advance-refund.js";
import { goOn } from "./ask-for-details.js";
import { type Known, postAttempt, setAttempt, settleAttempt } from "./attempt-rows.js";
import { calledOff } from "./call-off-refund.js";
import { conclude, eventOf, setAllocation } from "./conclude-refund.js";
import { eraseDetails } from "./erase-details.js";
import { submitTask } from "./exports/create-refund.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import { takeBackDoubt } from "./settle-doubt.js";

/** Faults of the provider that say nothing about the buyer's account: tried again by itself. */
const triedAgain = new Set(["provider_error"]);
const mostTries = 3;
/** Why a part of a refund is not sent: told before whatever keeps another part at its provider. */
const holds: readonly (string | null)[] = [stoppedReason, "chargeback_open", "chargeback_lost"];

/** It waits at the provider, which may say why; or for what has to be cleared up with it, by a day. */
export async function pending(
  unit: UnitOfWork,
  known: Known,
  reason: string | null,
  waitsUntil: Date | null = null,
): Promise<void> {
  const { attempt, refund } = known;
  if (attempt.pendingReason === reason) return;
  await setAttempt(unit, attempt, { pendingReason: reason, needsAction: false });
  await goOn(unit, refund);
  const { status, pendingReason } = refund.refund;
  if (status !== "PROCESSING" || holds.includes(pendingReason)) return;
  await advanceRefund(unit.manager, refund.refund, "keepPending", {
    pendingReason: reason,
    waitsUntil,
  });
  if (reason !== "processing") {
    await recordEvent(unit, { ...eventOf(refund.refund), kind: "refund.pending", reason });
  }
}

export async function succeed(
  unit: UnitOfWork,
  known: Known,
  said: Pick<ProviderRefund, "trace">,
): Promise<void> {
  const { attempt, allocation, refund } = known;
  await settleAttempt(unit, attempt, { status: "SUCCEEDED" });
  const trace = { traceType: said.trace?.type ?? null, traceValue: said.trace?.value ?? null };
  await setAllocation(unit, allocation, { status: "SUCCEEDED", ...trace });
  await postAttempt(unit, known, "REFUND_PAID", { isFirst: true });
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
  await settleAttempt(unit, attempt, { status: "FAILED", failureReason: reason });
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
  await settleAttempt(unit, attempt, { status: "REVERSED", failureReason: reason });
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
