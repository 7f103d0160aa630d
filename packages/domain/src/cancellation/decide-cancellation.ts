import { addBusinessHours, addHours } from "../calendar/calendar.js";
import { calendarFor } from "../calendar/calendars.js";
import type { CancellationDecision } from "../decision/decision.js";
import { followRules } from "../decision/follow-rules.js";
import { buyerRights } from "../rights/buyer-rights.js";
import { availableUnits } from "./cancellation-facts.js";
import type { CancellationQuestion } from "./cancellation-question.js";
import { cancellationRulesInOrder, type Situation } from "./cancellation-rules.js";

/**
 * Decides a cancellation by looking at every rule in order (cancellation-rules.ts) until one
 * settles it; the way there is the explanation. Pure: the same question has the same answer.
 */
export function decideCancellation(question: CancellationQuestion): CancellationDecision {
  const { policy, order, ask, now } = question;
  const cancelable = order.lines
    .map((line) => ({ lineId: line.lineId, quantity: availableUnits(line) }))
    .filter(({ quantity }) => quantity > 0);
  const situation: Situation = { ...question, rules: policy.rules.cancellation, cancelable };

  const { outcome, rule, trace, refusal } = followRules(
    cancellationRulesInOrder,
    situation,
    "on-request",
  );
  const { rules } = policy;
  return {
    command: "CANCEL",
    outcome,
    rule,
    policyVersionId: policy.id,
    policyNumber: policy.number,
    trace,
    validUntil: outcome === "REFUSED" ? null : holdsUntil(situation, rule),
    respondBy:
      outcome === "NEEDS_SELLER"
        ? addBusinessHours(
            calendarFor(rules.country),
            now,
            rules.cancellation.sellerAnswerBusinessHours,
          )
        : null,
    cancelableUnits: outcome === "REFUSED" && ask === null ? [] : cancelable,
    reasonRequired: rules.cancellation.reasonRequired && question.actor !== "AGENT",
    reasons: rules.cancellation.reasons,
    refusal,
    possibleFrom: possibleFrom(situation, outcome),
    rights: question.actor === "BUYER" ? buyerRights(rules, order, now) : [],
  };
}

/** The clocks that end this answer: the grace period it rests on, and the window. */
function holdsUntil(
  { rules, order, now }: Situation,
  rule: CancellationDecision["rule"],
): Date | null {
  const ends: Date[] = [];
  if (rule === "grace-period") ends.push(addHours(order.placedAt, rules.gracePeriodHours));
  if ((rule === "at-once" || rule === "on-request") && rules.windowHours !== null) {
    ends.push(addHours(order.placedAt, rules.windowHours));
  }
  return ends.filter((end) => end > now).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** If the seller is late to ship, cancelling at once becomes possible. */
function possibleFrom(
  { rules, order, now, cancelable }: Situation,
  outcome: CancellationDecision["outcome"],
): Date | null {
  if (outcome === "AUTO_APPROVED" || !rules.atOnceWhenLate || cancelable.length === 0) return null;
  return order.shipBy !== null && order.shipBy > now ? order.shipBy : null;
}
