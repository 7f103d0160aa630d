import type { OrderFacts } from "../cancellation/cancellation-facts.js";
import type { UnitsOfLine } from "../decision/decision.js";
import type { PolicyRules } from "../policy/policy.js";
import { lawOf, type Statute } from "../policy/statutes.js";
import { isExempt } from "../return/return-terms.js";
import type { NoWithdrawalReason } from "../rights/buyer-right.js";
import { buyerRights, unitsToWithdraw } from "../rights/buyer-rights.js";

export interface WithdrawalRight {
  readonly statute: Statute;
  /** Null while the days have not begun: nothing has arrived yet. */
  readonly until: Date | null;
  /** What can be withdrawn from; the rest of the order is exempt, or gone already. */
  readonly units: readonly UnitsOfLine[];
}

/**
 * Whether the buyer can still withdraw from the contract by law, for which units and until when: from
 * the purchase on, to so many days after delivery. Null where the law gives no right, no more, or for
 * none of these goods (Directive 2011/83/EU, Articles 9 and 16).
 */
export function withdrawalRightOf(
  rules: PolicyRules,
  order: OrderFacts,
  now: Date,
): WithdrawalRight | null {
  const statute = lawOf(rules, order);
  const rights = buyerRights(rules, order, now).filter(({ kind }) => kind === "WITHDRAW");
  const [right] = rights;
  if (!statute || !right) return null;
  return { statute, until: right.until, units: rights.flatMap(({ units }) => units) };
}

/** Why there is no right to withdraw from these units, or from anything of an order. */
export function whyNoWithdrawal(
  rules: PolicyRules,
  order: OrderFacts,
  units: readonly UnitsOfLine[] | null,
): NoWithdrawalReason {
  if (!lawOf(rules, order)) return "NO_LAW";
  const asked = order.lines.filter(
    ({ lineId }) => units === null || units.some((unit) => unit.lineId === lineId),
  );
  const left = asked.filter((line) => unitsToWithdraw(line) > 0);
  if (left.length === 0) return "NOTHING_LEFT";
  const exempt = left.filter(({ category = null }) => isExempt(rules, order, category));
  if (units === null ? exempt.length === left.length : exempt.length > 0) return "EXEMPT";
  return "OVER";
}
