import { kindOfId } from "@makegood/domain/ids/ids";
import { returnDeadlines } from "@makegood/domain/return/return-deadlines";
import { lockCancellation } from "#modules/cancellation/exports/lock-cancellation.js";
import { escalateCancellation } from "#modules/cancellation/exports/rule-cancellation.js";
import { openCase } from "#modules/case/exports/open-case.js";
import { holdPayout } from "#modules/payout/exports/hold-payout.js";
import { attachPhotos } from "#modules/photo/exports/attach-photos.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { lockReturn } from "#modules/return/exports/lock-return.js";
import { escalateReturn } from "#modules/return/exports/rule-return.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import type { Caller } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import { followInCase } from "../follow-in-case.js";
import { advanceDispute } from "./advance-dispute.js";
import { DisputeEntity } from "./dispute.entity.js";

export interface Escalation {
  /** The cancellation or return whose answer the buyer does not take. */
  subjectId: string;
  statement: string;
  photoIds: readonly string[];
}

/** Finds and locks what it is about, and moves it to support; or says why not. */
async function escalateSubject(unit: UnitOfWork, caller: Caller, subjectId: string) {
  if (kindOfId(subjectId) === "return") {
    const given = await lockReturn(unit, caller, subjectId);
    if (!given) return { refusal: { kind: "NotFound", what: "return" } as const };
    const refusal = await escalateReturn(unit, given);
    const { decisionId, amountMinor } = given.request;
    return { refusal, decisionId, amountMinor, order: given.locked.order, returnId: subjectId };
  }
  const given = await lockCancellation(unit, caller, subjectId);
  if (!given) return { refusal: { kind: "NotFound", what: "cancellation" } as const };
  const refusal = await escalateCancellation(unit, given);
  const { decisionId, amountMinor } = given.cancellation;
  return { refusal, decisionId, amountMinor, order: given.locked.order, cancellationId: subjectId };
}

/** A buyer disagrees with a seller's answer: a case with a dispute, and the seller is asked first. */
export async function openDispute(
  unit: UnitOfWork,
  caller: Caller,
  { subjectId, statement, photoIds }: Escalation,
): Promise<Outcome<{ disputeId: string }>> {
  const { manager, now } = unit;
  const escalated = await escalateSubject(unit, caller, subjectId);
  const { refusal, order } = escalated;
  if (refusal) return refuse(refusal);
  if (!order) return refuse({ kind: "NotFound", what: "order" });
  const orderId = order.id;
  const opened = await openCase(unit, caller, {
    orderId,
    topic: "REJECTED",
    message: statement,
    refusal: null,
    disputedDecisionId: escalated.decisionId,
  });
  if (!opened.ok) return opened;
  const dispute: DisputeEntity = {
    id: newId("dispute"),
    orderId,
    shopId: order.shopId,
    caseId: opened.answer.caseId,
    cancellationId: escalated.cancellationId ?? null,
    returnId: escalated.returnId ?? null,
    status: "OPENED",
    openedAt: now,
    dueAt: null,
    buyerStatement: statement,
    sellerResponse: null,
    ruledFor: null,
    ruledMinor: null,
    rulingReason: null,
    ruledById: null,
    ruledAt: null,
    appealStatement: null,
  };
  await manager.insert(DisputeEntity, dispute);
  const bad = await attachPhotos(unit, photoIds, {
    orderId,
    subjectId: dispute.id,
    purpose: "DISPUTE",
  });
  if (bad) return refuse(bad);
  await holdPayout(unit, {
    shopId: order.shopId,
    orderId,
    reason: "DISPUTE",
    subjectId: dispute.id,
    amountMinor: escalated.amountMinor,
    currency: order.currency,
  });
  const { rules } = await policyOf(manager, order);
  const dueAt = returnDeadlines.disputeAnswerBy(rules, now);
  await advanceDispute(unit, dispute, "askSeller", { dueAt });
  await followInCase(unit, dispute);
  await recordEvent(unit, {
    orderId,
    kind: "dispute.opened",
    caseId: dispute.caseId,
    cancellationId: dispute.cancellationId,
    returnId: dispute.returnId,
    actor: systemActor,
  });
  return done({ disputeId: dispute.id }, dispute);
}
