import type { CancellingActor } from "@makegood/domain/cancellation/cancellation-question";
import type { RefundDecision } from "@makegood/domain/decision/decision";
import type { StoredQuestion } from "@makegood/domain/decision/replay";
import type { PolicyVersion } from "@makegood/domain/policy/policy";
import { decideRefund } from "@makegood/domain/refund/decide-refund";
import type { RefundAsk, RefundFacts } from "@makegood/domain/refund/refund-question";
import { type LockedOrder, lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import { heldMinorOf, toRefundFacts } from "./exports/refund-facts.js";

/** Everything a refund beyond the policy is decided on, locked. */
export interface DecidedRefund {
  locked: LockedOrder;
  facts: RefundFacts;
  policy: PolicyVersion;
  decision: RefundDecision;
  question: StoredQuestion;
}

/** Locks the order, then its payments, and decides. Null when the caller has no such order. */
export async function decideForRefund(
  unit: UnitOfWork,
  caller: Caller,
  orderId: string,
  ask: RefundAsk,
): Promise<DecidedRefund | null> {
  const { manager } = unit;
  const locked = await lockOrder(manager, caller, orderId);
  if (!locked) return null;
  const payments = await lockPayments(manager, locked.order.purchaseId);
  const facts = toRefundFacts(locked.order, await heldMinorOf(manager, orderId), payments);
  const policy = await policyOf(manager, locked.order);
  const actor = unit.actor.kind as CancellingActor;
  const asked = { order: facts, ask, actor, limit: null, now: unit.now };
  const decision = decideRefund({ policy, ...asked });
  return { locked, facts, policy, decision, question: { command: "REFUND", ...asked } };
}
