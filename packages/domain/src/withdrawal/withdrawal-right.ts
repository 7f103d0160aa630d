import type { PolicyRules } from "../policy/policy.js";
import { lawOf, type Statute } from "../policy/statutes.js";
import { type ReturnFacts, returnWindowStart } from "../return/return-facts.js";
import { isExempt } from "../return/return-terms.js";

const dayMs = 86_400_000;

export interface WithdrawalRight {
  readonly statute: Statute;
  /** Null while the days have not begun: nothing has arrived yet. */
  readonly until: Date | null;
}

/**
 * Whether the buyer can still withdraw from the contract by law, and until when: from the purchase
 * on, to so many days after delivery. Null where the law gives no right, no more, or not for these
 * goods (Directive 2011/83/EU, Articles 9 and 16).
 */
export function withdrawalRightOf(
  rules: PolicyRules,
  order: ReturnFacts,
  now: Date,
): WithdrawalRight | null {
  const statute = lawOf(rules, order);
  if (!statute || ["CANCELED", "EXPIRED", "PENDING_PAYMENT"].includes(order.status)) return null;
  if (order.lines.some(({ category }) => isExempt(rules, order, category))) return null;
  const taken = order.lines.every(
    (line) =>
      line.canceledQuantity + line.heldQuantity + line.returningQuantity + line.returnedQuantity ===
      line.quantity,
  );
  if (taken) return null;
  const start = returnWindowStart(order);
  const until = start && new Date(start.getTime() + statute.withdrawalDays * dayMs);
  return until && now >= until ? null : { statute, until: order.deliveredAt ? until : null };
}
