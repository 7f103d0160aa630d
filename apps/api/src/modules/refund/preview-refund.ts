import type { Allocation } from "@makegood/domain/refund/allocate-refund";
import { expectAtBank } from "@makegood/domain/refund/promise";
import { decisionView } from "#modules/decision/exports/store-decision.js";
import type { DecisionView } from "#platform/commands/decision-view.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { decideForRefund } from "./decide-for-refund.js";
import { refundTerms } from "./refund-terms.js";

export interface PreviewedRefund {
  orderId: string;
  goodwill: boolean;
  amountMinor: number;
  currency: string;
  allocations: readonly Allocation[];
  promisedBy: Date;
  expectedAtBankBy: Date;
  approveBy: Date | null;
  leftTodayMinor: number | null;
  perRefundMinor: number | null;
  decision: DecisionView;
  quote: string;
  version: number;
}

/** What giving this back now would come to, by the same locks and rules as giving it. */
export async function previewRefund(
  unit: UnitOfWork,
  caller: KnownCaller,
  asked: { orderId: string; amountMinor: number; goodwill: boolean },
): Promise<Outcome<{ orderId: string }>> {
  const { orderId, amountMinor, goodwill } = asked;
  const decided = await decideForRefund(unit, caller, orderId, { amountMinor, goodwill });
  if (!decided) return refuse({ kind: "NotFound", what: "order" });
  const { decision, facts, policy, locked, approveBy, limit } = decided;
  const view = decisionView(orderId, decision);
  if (decision.refusal) return refuse(decision.refusal, view);
  const terms = refundTerms(decided, { amountMinor, goodwill }, unit.now);
  const { allocations, methods, promisedBy, quote } = terms;
  const left = (most: number | null, used: number) =>
    most === null ? null : Math.max(0, most - used);
  const preview: PreviewedRefund = {
    orderId,
    goodwill,
    amountMinor,
    currency: facts.currency,
    allocations,
    promisedBy,
    expectedAtBankBy: expectAtBank(policy.rules, promisedBy, methods),
    approveBy,
    leftTodayMinor: limit && left(limit.perDayMinor, limit.usedTodayMinor),
    perRefundMinor: limit?.perRefundMinor ?? null,
    decision: view,
    quote,
    version: locked.order.timelineSeq,
  };
  return done({ orderId }, preview);
}
