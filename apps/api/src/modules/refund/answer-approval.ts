import { refuseApprover } from "@makegood/domain/limit/decide-approval";
import { refundMachine } from "@makegood/domain/refund/refund-machine";
import { approverOf } from "#modules/limit/exports/limit-of.js";
import { refuseIfChanged } from "#modules/order/exports/refuse-if-changed.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { advanceRefund } from "./advance-refund.js";
import { approvalDeadline, approvalReminder } from "./exports/ask-approval.js";
import { submitTask } from "./exports/create-refund.js";
import {
  RefundApprovalEntity,
  type RefundApprovalStatus,
} from "./exports/refund-approval.entity.js";
import { type LockedRefund, lockRefund } from "./lock-refund.js";
import { releaseRefund } from "./release-refund.js";

export interface ApprovalAnswer {
  refundId: string;
  approve: boolean;
  /** Needed where it is declined. */
  reason: string | null;
  /** The order's newest event that the second person had seen; null where they don't say. */
  expectedVersion: number | null;
}

/**
 * A second person answers for a refund above somebody's limit, under the order's lock: of two who
 * answer at once, the later is told that it is decided.
 */
export async function answerApproval(
  unit: UnitOfWork,
  caller: KnownCaller,
  answer: ApprovalAnswer,
): Promise<Outcome<{ refundId: string }>> {
  const { refundId, approve, reason } = answer;
  const found = await lockRefund(unit.manager, caller, refundId);
  if (!found) return refuse({ kind: "NotFound", what: "refund" });
  const { refund, locked } = found;
  const approver = await approverOf(unit.manager, caller, refund);
  const refusal =
    refuseTransition(refundMachine, refund.status, approve ? "approve" : "decline") ??
    (approver
      ? refuseApprover(approver, { ...refund, askedById: refund.createdById })
      : ({ kind: "PersonNotAllowed", needed: "OWNER_OR_SUPPORT" } as const)) ??
    (await refuseIfChanged(unit.manager, locked.order, answer.expectedVersion));
  if (refusal) return refuse(refusal);
  await settleDeadline(unit.manager, approvalDeadline, refundId, unit.now);
  if (approve) await approveRefund(unit, found, reason);
  else await endUnanswered(unit, found, "DECLINED", reason);
  return done({ refundId });
}

async function approveRefund(
  unit: UnitOfWork,
  { refund }: LockedRefund,
  reason: string | null,
): Promise<void> {
  await decide(unit, refund.id, "APPROVED", reason);
  const also = { approvedAt: unit.now, waitsUntil: null };
  await advanceRefund(unit.manager, refund, "approve", also);
  await recordEvent(unit, {
    orderId: refund.orderId,
    kind: "refund.approved",
    refundId: refund.id,
    // What the buyer is told with goodwill; any other reason is for the trail.
    reason: refund.origin === "GOODWILL" ? refund.reason : null,
    data: {
      amountMinor: refund.amountMinor,
      currency: refund.currency,
      promisedBy: refund.promisedBy.toISOString(),
    },
  });
  const { id } = refund;
  await enqueue(unit.manager, submitTask, { id }, { key: `${submitTask}:${id}` });
}

/** It isn't made: somebody said no, or nobody said anything in time. */
async function endUnanswered(
  unit: UnitOfWork,
  found: LockedRefund,
  status: "DECLINED" | "EXPIRED",
  reason: string | null,
): Promise<void> {
  const { refund } = found;
  await decide(unit, refund.id, status, reason);
  await releaseRefund(unit, found, status === "DECLINED" ? "decline" : "expire");
  await recordEvent(unit, {
    orderId: refund.orderId,
    kind: status === "DECLINED" ? "refund.declined" : "refund.approvalExpired",
    refundId: refund.id,
    data: { amountMinor: refund.amountMinor, currency: refund.currency },
  });
}

/** What happens if nobody answers: the money is free again. */
export async function expireApproval(unit: UnitOfWork, refundId: string) {
  const found = await lockRefund(unit.manager, null, refundId);
  if (found?.refund.status === "PENDING_APPROVAL") {
    await endUnanswered(unit, found, "EXPIRED", null);
  }
  return done({});
}

async function decide(
  unit: UnitOfWork,
  refundId: string,
  status: Exclude<RefundApprovalStatus, "WAITING">,
  reason: string | null,
): Promise<void> {
  await settleDeadline(unit.manager, approvalReminder, refundId, unit.now);
  await unit.manager.update(
    RefundApprovalEntity,
    { refundId },
    { status, decidedAt: unit.now, decidedById: unit.actor.id, reason },
  );
}
