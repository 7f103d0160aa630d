import { addBusinessHours } from "../calendar/calendar.js";
import { calendarFor } from "../calendar/calendars.js";
import { unitsWorthMinor } from "../cancellation/cancellation-facts.js";
import type { ReturnDecision, UnitsOfLine } from "../decision/decision.js";
import { followRules } from "../decision/follow-rules.js";
import { returnlessLeftMinor } from "../fair-use/fair-use.js";
import { returnableUnits } from "./return-facts.js";
import type { ReturnQuestion } from "./return-question.js";
import { type ReturnReason, returnReason } from "./return-reasons.js";
import { isReturnless, type ReturnSituation, returnRulesInOrder } from "./return-rules.js";
import { isExempt, replacingFor, windowEnd, withdrawalRight } from "./return-terms.js";

/**
 * Decides a return by looking at every rule in order (return-rules.ts) until one settles it; the way
 * there is the explanation. Pure: the same question has the same answer.
 */
export function decideReturn(question: ReturnQuestion): ReturnDecision {
  const { policy, now, ask } = question;
  const situation = situate(question);
  const { outcome, rule, trace, refusal } = followRules(
    returnRulesInOrder,
    situation,
    "returns-on-request",
  );
  const { returns, country } = policy.rules;
  const { right, reason } = situation;
  return {
    command: "RETURN",
    outcome,
    rule,
    policyVersionId: policy.id,
    policyNumber: policy.number,
    trace,
    validUntil: outcome === "REFUSED" ? null : holdsUntil(situation),
    respondBy:
      outcome === "NEEDS_SELLER"
        ? addBusinessHours(calendarFor(country), now, returns.sellerAnswerBusinessHours)
        : null,
    reasonRequired: question.actor !== "AGENT",
    reasons: situation.takenReasons,
    refusal,
    possibleFrom: null,
    returnableUnits: outcome === "REFUSED" && ask === null ? [] : situation.returnable,
    returnless: isReturnless(situation),
    shippingPaidBy:
      reason?.fault === "SELLER" || right?.sellerPaysReturn ? "SELLER" : returns.shippingPaidBy,
    replacing: situation.replacing,
    statutory: right !== null,
  };
}

function situate(question: ReturnQuestion): ReturnSituation {
  const { policy, order, ask, now } = question;
  const returnable = order.lines
    .map((line) => ({ lineId: line.lineId, quantity: returnableUnits(line) }))
    .filter(({ quantity }) => quantity > 0);
  const wanted = ask?.units ?? returnable;
  const categories = categoriesOf(question, wanted);
  const reason = returnReason(ask?.reasonCode ?? null, policy.rules.returns.reasons);
  return {
    ...question,
    rules: policy.rules.returns,
    returnable,
    wanted,
    categories,
    reason,
    takenReasons: policy.rules.returns.reasons.filter((reason) =>
      isTaken(question, categories, reason),
    ),
    replacing: replacingFor(policy.rules, order, reason?.fault ?? null),
    right: withdrawalRight(policy.rules, order, categories, now),
    worthMinor: unitsWorthMinor(order.lines, wanted),
    returnlessBelowMinor:
      order.currency === policy.rules.currency ? policy.rules.returns.returnlessBelowMinor : null,
    budgetLeftMinor: returnlessLeftMinor(question.history, policy.rules, now),
  };
}

const lineOf = ({ order }: ReturnQuestion, lineId: string) =>
  order.lines.find((line) => line.lineId === lineId);

const categoriesOf = (question: ReturnQuestion, units: readonly UnitsOfLine[]) => [
  ...new Set(units.map(({ lineId }) => lineOf(question, lineId)?.category ?? null)),
];

/** Whether a return for this reason would be in time and of goods that can be returned for it. */
function isTaken(
  { policy, order, now }: ReturnQuestion,
  categories: readonly (string | null)[],
  { fault }: ReturnReason,
): boolean {
  return categories.every((category) => {
    const end = windowEnd(policy.rules, order, category, fault);
    const exempt = fault === "NOBODY" && isExempt(policy.rules, order, category);
    return end !== null && now < end && !exempt;
  });
}

/** The end of the window this answer rests on. */
function holdsUntil({ policy, order, categories, reason, takenReasons, now }: ReturnSituation) {
  const simply = takenReasons.some(({ fault }) => fault === "NOBODY");
  const fault = reason?.fault ?? (simply ? "NOBODY" : "SELLER");
  const ends = categories.flatMap(
    (category) => windowEnd(policy.rules, order, category, fault) ?? [],
  );
  return ends.filter((end) => end > now).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
