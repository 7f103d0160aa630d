import { refundMachine } from "@makegood/domain/refund/refund-machine";
import { In } from "typeorm";
import { refuseIfChanged } from "#modules/order/exports/refuse-if-changed.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { advanceRefund } from "./advance-refund.js";
import { submitTask } from "./exports/create-refund.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { lockRefund } from "./lock-refund.js";

/** After so many tries the same will not work: somebody has to look at it. */
const mostBuyersTries = 6;

/** Begins a new attempt for each part that is known to have failed or come back. */
export async function retryRefund(
  unit: UnitOfWork,
  caller: Caller,
  refundId: string,
  expectedVersion: number | null,
): Promise<Outcome<{ refundId: string }>> {
  const found = await lockRefund(unit.manager, caller, refundId);
  if (!found) return refuse({ kind: "NotFound", what: "refund" });
  const { refund, locked } = found;
  const refusal =
    refuseTransition(refundMachine, refund.status, "retry") ??
    (await refuseIfChanged(unit.manager, locked.order, expectedVersion));
  if (refusal) return refuse(refusal);
  if (caller.kind === "BUYER") {
    // Of any one part: a refund over many payments has as many attempts in its first try.
    const tried = await unit.manager.maximum(RefundAttemptEntity, "number", { refundId });
    if ((tried ?? 0) >= mostBuyersTries) {
      return refuse({ kind: "PersonNotAllowed", needed: "SUPPORT_AFTER_TRIES" });
    }
  }
  await unit.manager.update(
    RefundAllocationEntity,
    { refundId, status: In(["FAILED", "REVERSED"]) },
    { status: "PENDING", payoutId: null },
  );
  const afresh = { succeededAt: null, expectedAtBankBy: null, failureReason: null };
  await advanceRefund(unit.manager, refund, "retry", afresh);
  const { orderId, cancellationId } = refund;
  await recordEvent(unit, { orderId, kind: "refund.retried", refundId, cancellationId });
  await enqueue(unit.manager, submitTask, { id: refundId }, { key: `${submitTask}:${refundId}` });
  return done({ refundId });
}
