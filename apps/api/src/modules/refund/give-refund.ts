import type { CostBearer, GoodwillReason } from "@makegood/domain/refund/goodwill";
import { keepDecision, namedDecision } from "#modules/decision/exports/store-decision.js";
import { refuseIfChanged } from "#modules/order/exports/refuse-if-changed.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { callerId } from "#platform/identity/caller.js";
import { decideForRefund } from "./decide-for-refund.js";
import { createRefund } from "./exports/create-refund.js";
import { refundTerms } from "./refund-terms.js";

export interface GivenRefund {
  orderId: string;
  amountMinor: number;
  reason: string;
  /** Null for what is given on the buyer's behalf, because it is due. */
  goodwill: { reason: GoodwillReason; borneBy: CostBearer } | null;
  /** The order's newest event that the caller had seen; null where they don't say. */
  expectedVersion: number | null;
  /** The terms that the caller was shown; null where they don't say. */
  quote: string | null;
}

/**
 * Somebody gives back an amount that no policy provides for: at most what is left of the order's
 * money once open cancellations and returns have had theirs, and above their limit only with a
 * second person. The decision is kept either way.
 */
export async function giveRefund(
  unit: UnitOfWork,
  caller: KnownCaller,
  given: GivenRefund,
): Promise<Outcome<{ refundId: string }>> {
  const { orderId, amountMinor, reason, goodwill } = given;
  const ask = { amountMinor, goodwill: goodwill !== null };
  const decided = await decideForRefund(unit, caller, orderId, ask);
  if (!decided) return refuse({ kind: "NotFound", what: "order" });
  const { decision, locked, approveBy } = decided;
  const changed = await refuseIfChanged(unit.manager, locked.order, given.expectedVersion);
  if (changed) return refuse(changed);
  const view = namedDecision(orderId, decision, decided.question);
  if (decision.refusal) {
    unit.keepIfRefused((manager) => keepDecision(manager, view, callerId(caller), unit.now));
    return refuse(decision.refusal, view);
  }
  const { allocations, promisedBy, quote } = refundTerms(decided, ask, unit.now);
  if (given.quote !== null && given.quote !== quote) {
    return refuse({ kind: "QuoteStale", why: "CHANGED", newQuoteId: null }, view);
  }
  await keepDecision(unit.manager, view, callerId(caller), unit.now);
  const refund = await createRefund(unit, locked.order, {
    cancellationId: null,
    origin: goodwill ? "GOODWILL" : "ON_BEHALF",
    decisionId: view.id,
    amountMinor,
    allocations,
    promisedBy,
    reason,
    ...(goodwill ? { goodwill } : {}),
    approveBy,
  });
  return done({ refundId: refund.id }, refund);
}
