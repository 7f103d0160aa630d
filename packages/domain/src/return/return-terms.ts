import type { OrderFacts } from "../cancellation/cancellation-facts.js";
import { type CountedAt, dayWindowEnd, type SetBy } from "../policy/day-window.js";
import type { PolicyRules } from "../policy/policy.js";
import { lawOf, type Statute } from "../policy/statutes.js";
import { type ReturnFacts, returnWindowStart } from "./return-facts.js";
import type { ReplacingKind } from "./return-kind.js";
import type { ReturnReason } from "./return-reasons.js";

/** What of an order its windows for returning hang on. */
type Delivered = CountedAt & Pick<OrderFacts, "deliveredAt" | "shippedAt">;
type Category = string | null;

const sameCategory = (a: string, b: string | null) =>
  b !== null && a.trim().toLowerCase() === b.trim().toLowerCase();

/** What a shop says of a category; null where the usual holds. */
export function categoryRule(rules: PolicyRules, category: string | null) {
  return rules.returns.categories.find((rule) => sameCategory(rule.category, category)) ?? null;
}

/**
 * Whether goods of a category are exempt from returns without a fault: by the shop's word, as far as the
 * law of the order knows that ground.
 */
export function isExempt(
  rules: PolicyRules,
  order: Pick<ReturnFacts, "shipToCountry">,
  category: string | null,
): boolean {
  const exemption = categoryRule(rules, category)?.exemption ?? null;
  const statute = lawOf(rules, order);
  return exemption !== null && (statute === null || exemption in statute.exempts);
}

/** The days that the law or the shop gives to return goods of a category; null where it gives none. */
function daysSetBy(
  setBy: SetBy,
  rules: PolicyRules,
  order: Pick<ReturnFacts, "shipToCountry">,
  category: Category,
  fault: ReturnReason["fault"],
): number | null {
  if (setBy === "LAW") {
    const statute = lawOf(rules, order);
    if (!statute || (fault === "NOBODY" && isExempt(rules, order, category))) return null;
    return fault === "SELLER" ? statute.faultDays : statute.withdrawalDays;
  }
  if (fault === "SELLER") return rules.returns.faultWindowDays;
  return categoryRule(rules, category)?.windowDays ?? rules.returns.windowDays;
}

/** Days after delivery in which a line can be returned for this reason: the better of policy and law. */
export const windowDaysFor = (
  rules: PolicyRules,
  order: Pick<ReturnFacts, "shipToCountry">,
  category: Category,
  fault: ReturnReason["fault"],
): number =>
  Math.max(
    daysSetBy("POLICY", rules, order, category, fault) ?? 0,
    daysSetBy("LAW", rules, order, category, fault) ?? 0,
  );

/**
 * When the time ends that the law, or the shop, gives to return goods of a category; null while they
 * have not left the seller, and where it gives none.
 */
export function windowEndBy(
  setBy: SetBy,
  rules: PolicyRules,
  order: Delivered,
  category: Category,
  fault: ReturnReason["fault"],
): Date | null {
  const from = returnWindowStart(order);
  const days = daysSetBy(setBy, rules, order, category, fault);
  // Of a shop that takes nothing back by choice, not even the day of delivery is one to return on.
  if (!from || days === null || days === 0) return null;
  return dayWindowEnd(rules, order, { from, days, setBy });
}

/** When a line's time for returning ends, by the better of policy and law; null while it has not left. */
export function windowEnd(
  rules: PolicyRules,
  order: Delivered,
  category: Category,
  fault: ReturnReason["fault"],
): Date | null {
  const ends = (["POLICY", "LAW"] as const).flatMap(
    (setBy) => windowEndBy(setBy, rules, order, category, fault) ?? [],
  );
  // Where neither gives any time it is over as soon as it has arrived.
  return ends.sort((a, b) => b.getTime() - a.getTime())[0] ?? returnWindowStart(order);
}

/** When the last of an order can be returned by choice: then it is over. */
export function lastChoiceEnds(rules: PolicyRules, order: Delivered): Date | null {
  const categories = [null, ...rules.returns.categories.map(({ category }) => category)];
  const ends = categories.flatMap((each) => windowEnd(rules, order, each, "NOBODY") ?? []);
  return ends.sort((a, b) => b.getTime() - a.getTime())[0] ?? null;
}

/** The law's right to send it back without any reason, while it lasts for these goods. */
export function withdrawalRight(
  rules: PolicyRules,
  order: Delivered,
  categories: readonly Category[],
  now: Date,
): Statute | null {
  const lasts = categories.every((category) => {
    const end = windowEndBy("LAW", rules, order, category, "NOBODY");
    return end !== null && now <= end;
  });
  return lasts && categories.length > 0 ? lawOf(rules, order) : null;
}

/**
 * What else than the money a buyer can have: what the shop offers, and the same anew for a fault where
 * the law gives it (statutes.ts). Another variant is nobody's duty.
 */
export function replacingFor(
  rules: PolicyRules,
  order: Pick<ReturnFacts, "shipToCountry">,
  fault: ReturnReason["fault"] | null,
): ReplacingKind[] {
  const byLaw = fault === "SELLER" && lawOf(rules, order) !== null;
  return [
    ...(rules.returns.offersExchange ? (["EXCHANGE"] as const) : []),
    ...(rules.returns.offersReplacement || byLaw ? (["REPLACEMENT"] as const) : []),
  ];
}
