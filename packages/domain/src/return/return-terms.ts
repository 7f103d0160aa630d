import type { PolicyRules } from "../policy/policy.js";
import { lawOf, type Statute } from "../policy/statutes.js";
import { type ReturnFacts, returnWindowStart } from "./return-facts.js";
import type { ReplacingKind } from "./return-kind.js";
import type { ReturnReason } from "./return-reasons.js";

const dayMs = 86_400_000;

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

/** Days after delivery in which a line can be returned for this reason: the better of policy and law. */
export function windowDaysFor(
  rules: PolicyRules,
  order: Pick<ReturnFacts, "shipToCountry">,
  category: string | null,
  fault: ReturnReason["fault"],
): number {
  const statute = lawOf(rules, order);
  if (fault === "SELLER") return Math.max(rules.returns.faultWindowDays, statute?.faultDays ?? 0);
  const own = categoryRule(rules, category);
  const days = own?.windowDays ?? rules.returns.windowDays;
  return isExempt(rules, order, category) ? days : Math.max(days, statute?.withdrawalDays ?? 0);
}

/** When a line's time for returning ends; null while it has not left the seller. */
export function windowEnd(
  rules: PolicyRules,
  order: ReturnFacts,
  category: string | null,
  fault: ReturnReason["fault"],
): Date | null {
  const start = returnWindowStart(order);
  return start && new Date(start.getTime() + windowDaysFor(rules, order, category, fault) * dayMs);
}

/** The law's right to send it back without any reason, while it lasts for these goods. */
export function withdrawalRight(
  rules: PolicyRules,
  order: ReturnFacts,
  categories: readonly (string | null)[],
  now: Date,
): Statute | null {
  const statute = lawOf(rules, order);
  const start = returnWindowStart(order);
  if (!statute || !start) return null;
  const ends = new Date(start.getTime() + statute.withdrawalDays * dayMs);
  const exempt = categories.some((category) => isExempt(rules, order, category));
  return now < ends && !exempt ? statute : null;
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
