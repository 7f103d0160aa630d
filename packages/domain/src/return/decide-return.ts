import { addBusinessHours } from "../calendar/calendar.js";
import { calendarFor } from "../calendar/calendars.js";
import { unitsWorthMinor } from "../cancellation/cancellation-facts.js";
import type { ReturnDecision, UnitsOfLine } from "../decision/decision.js";
import { followRules } from "../decision/follow-rules.js";
import { returnlessLeftMinor } from "../fair-use/fair-use.js";
import { buyerRights } from "../rights/buyer-rights.js";
import { returnableUnits } from "./return-facts.js";
import type { ReturnQuestion } from "./return-question.js";
import { type ReturnReason, returnReason } from "./return-reasons.js";
import { isReturnless, type ReturnSituation, returnRulesInOrder } from "./return-rules.js";
import { isExempt, replacingFor, windowEnd, windowEndBy, withdrawalRight } from "./return-terms.js";

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
    returnableUnits: outcome === "REFUSED" && ask === null ? [] : situation.offered,
    returnless: isReturnless(situation),
    shippingPaidBy:
      reason?.fault === "SELLER" || right?.sellerPaysReturn ? "SELLER" : returns.shippingPaidBy,
    replacing: situation.replacing,
    statutory: right !== null,
    rights: question.actor === "BUYER" ? buyerRights(policy.rules, question.order, now) : [],
  };
}

function situate(question: ReturnQuestion): ReturnSituation {
  const { policy, order, ask, now } = question;
  const returnable = order.lines
    .map((line) => ({ lineId: line.lineId, quantity: returnableUnits(line) }))
    .filter(({ quantity }) => quantity > 0);
  const reason = returnReason(ask?.reasonCode ?? null, policy.rules.returns.reasons);
  const { reasons } = policy.rules.returns;
  const takes = (unit: UnitsOfLine, reason: ReturnReason) =>
    isTaken(question, categoriesOf(question, [unit]), reason);
  // Each unit by itself: what can't be sent back takes nothing from what can.
  const agent = question.actor === "AGENT";
  const offered = returnable.filter(
    (unit) => agent || (reason ? [reason] : reasons).some((each) => takes(unit, each)),
  );
  const simply = offered.filter((unit) =>
    reasons.some((each) => each.fault === "NOBODY" && takes(unit, each)),
  );
  const some = (units: readonly UnitsOfLine[]) => (units.length > 0 ? units : null);
  // Not asked about any units, it is about those for which it is easiest.
  const wanted =
    ask?.units ?? some(reason === null ? simply : offered) ?? some(offered) ?? returnable;
  const categories = categoriesOf(question, wanted);
  const ofAny = ask?.units ? [wanted] : offered.map((unit) => [unit]);
  return {
    ...question,
    rules: policy.rules.returns,
    returnable,
    offered: ask?.units ? returnable : (some(offered) ?? returnable),
    wanted,
    categories,
    reason,
    takenReasons: reasons.filter((each) =>
      ofAny.some((units) => isTaken(question, categoriesOf(question, units), each)),
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
    return end !== null && now <= end && !exempt;
  });
}

/** The end of the window this answer rests on: the law's own where it is a right by law. */
function holdsUntil({
  policy,
  order,
  categories,
  reason,
  right,
  takenReasons,
  now,
}: ReturnSituation) {
  const simply = takenReasons.some(({ fault }) => fault === "NOBODY");
  const fault = reason?.fault ?? (simply ? "NOBODY" : "SELLER");
  const ends = categories.flatMap(
    (category) =>
      (right
        ? windowEndBy("LAW", policy.rules, order, category, "NOBODY")
        : windowEnd(policy.rules, order, category, fault)) ?? [],
  );
  return ends.filter((end) => end >= now).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}
