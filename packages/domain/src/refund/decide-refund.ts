import type { RefundDecision } from "../decision/decision.js";
import { followRules } from "../decision/follow-rules.js";
import { type RefundQuestion, refundableMinor } from "./refund-question.js";
import { refundRulesInOrder } from "./refund-rules.js";

/**
 * Decides a refund that somebody gives beyond what policies provide for, by looking at every rule in
 * order (refund-rules.ts). Pure: the same question has the same answer.
 */
export function decideRefund(question: RefundQuestion): RefundDecision {
  const { policy, order } = question;
  const { outcome, rule, trace, refusal } = followRules(
    refundRulesInOrder,
    question,
    "refund-given",
  );
  return {
    command: "REFUND",
    outcome,
    rule,
    policyVersionId: policy.id,
    policyNumber: policy.number,
    trace,
    validUntil: null,
    respondBy: null,
    reasonRequired: true,
    reasons: [],
    refusal,
    possibleFrom: null,
    refundableMinor: refundableMinor(order),
    currency: order.currency,
  };
}
