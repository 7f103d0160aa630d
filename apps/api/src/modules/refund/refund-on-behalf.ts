import { assert } from "@makegood/domain/assert";
import { allocateRefund } from "@makegood/domain/refund/allocate-refund";
import { promiseRefund } from "@makegood/domain/refund/promise";
import { keepDecision, namedDecision } from "#modules/decision/exports/store-decision.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { type Caller, callerId } from "#platform/identity/caller.js";
import { decideForRefund } from "./decide-for-refund.js";
import { createRefund } from "./exports/create-refund.js";
import type { RefundEntity } from "./exports/refund.entity.js";

/**
 * An agent pays back an amount that no policy provides for: at most what is left of the order's
 * money once open cancellations and returns have had theirs. The decision is kept either way.
 */
export async function refundOnBehalf(
  unit: UnitOfWork,
  caller: Caller,
  input: { orderId: string; amountMinor: number; reason: string },
): Promise<Outcome<{ refundId: string }>> {
  const { orderId, amountMinor, reason } = input;
  const decided = await decideForRefund(unit, caller, orderId, { amountMinor });
  if (!decided) return refuse({ kind: "NotFound", what: "order" });
  const { decision, facts, policy, locked } = decided;
  const view = namedDecision(orderId, decision, decided.question);
  if (decision.refusal) {
    unit.keepIfRefused((manager) => keepDecision(manager, view, callerId(caller), unit.now));
    return refuse(decision.refusal, view);
  }
  await keepDecision(unit.manager, view, callerId(caller), unit.now);
  const allocations = allocateRefund(amountMinor, facts.payments);
  assert(allocations !== null, "what was decided fits its payments");
  const refund: RefundEntity = await createRefund(unit, locked.order, {
    cancellationId: null,
    origin: "ON_BEHALF",
    decisionId: view.id,
    amountMinor,
    allocations,
    promisedBy: promiseRefund(policy.rules, unit.now),
    reason,
  });
  return done({ refundId: refund.id }, refund);
}
