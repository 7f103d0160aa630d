import {
  availableUnits,
  type LineFacts,
  type OrderFacts,
} from "../cancellation/cancellation-facts.js";
import type { PolicyRules } from "../policy/policy.js";
import { lawOf } from "../policy/statutes.js";
import { returnableUnits } from "../return/return-facts.js";
import { isExempt, windowEndBy } from "../return/return-terms.js";
import { type BuyerRight, buyerRightKinds } from "./buyer-right.js";

/** Units of a line that are in no return and not canceled: a request to cancel takes nothing away. */
export const unitsToWithdraw = (line: LineFacts): number =>
  availableUnits(line) + line.heldQuantity + returnableUnits(line);

const over = ["CANCELED", "EXPIRED", "PENDING_PAYMENT"];

/** Until when the buyer can withdraw from the contract for a line; false where they can't, or no more. */
function withdrawableUntil(
  rules: PolicyRules,
  order: OrderFacts,
  { category = null }: LineFacts,
  now: Date,
): Date | null | false {
  if (!lawOf(rules, order) || isExempt(rules, order, category)) return false;
  const end = windowEndBy("LAW", rules, { deliveredAt: null, ...order }, category, "NOBODY");
  if (end && now > end) return false;
  return order.deliveredAt ? end : null;
}

/** Rights that differ in nothing but their units are one. */
function merged(rights: readonly BuyerRight[]): BuyerRight[] {
  const made = new Map<string, BuyerRight>();
  for (const right of rights) {
    const name = `${right.kind} ${right.law} ${right.until?.getTime() ?? ""}`;
    const known = made.get(name);
    made.set(name, known ? { ...known, units: [...known.units, ...right.units] } : right);
  }
  return [...made.values()];
}

/**
 * What a buyer may do now, the strongest first, each with its own date and by its own cause. It is
 * decided for every unit by itself: goods that are exempt, disputed or back already take nothing from
 * the others (Directive 2011/83/EU, Articles 9 and 16: the exceptions are of goods, not of orders).
 */
export function buyerRights(rules: PolicyRules, order: OrderFacts, now: Date): BuyerRight[] {
  if (over.includes(order.status)) return [];
  const statute = lawOf(rules, order);
  const given = order.lines.flatMap((line): BuyerRight[] => {
    const { lineId, category = null } = line;
    const some = (quantity: number) => [{ lineId, quantity }];
    const until = withdrawableUntil(rules, order, line, now);
    const left = unitsToWithdraw(line);
    const withdraw: BuyerRight[] =
      statute && until !== false && left > 0
        ? [{ kind: "WITHDRAW", law: statute.id, until, units: some(left) }]
        : [];
    const arrived = order.deliveredAt ? returnableUnits(line) : 0;
    if (arrived <= 0) return withdraw;
    const facts = { ...order, deliveredAt: order.deliveredAt ?? null };
    const simply = isExempt(rules, order, category)
      ? null
      : windowEndBy("POLICY", rules, facts, category, "NOBODY");
    const faulty = (["POLICY", "LAW"] as const)
      .map((setBy) => ({ setBy, end: windowEndBy(setBy, rules, facts, category, "SELLER") }))
      .sort((a, b) => (b.end?.getTime() ?? 0) - (a.end?.getTime() ?? 0))[0];
    const lasts = (end: Date | null | undefined): end is Date => end != null && now <= end;
    return [
      ...withdraw,
      ...(lasts(simply)
        ? [{ kind: "RETURN" as const, law: null, until: simply, units: some(arrived) }]
        : []),
      ...(lasts(faulty?.end)
        ? [
            {
              kind: "RETURN_FAULTY" as const,
              law: faulty.setBy === "LAW" ? (statute?.id ?? null) : null,
              until: faulty.end,
              units: some(arrived),
            },
          ]
        : []),
    ];
  });
  return merged(given).sort(
    (a, b) => buyerRightKinds.indexOf(a.kind) - buyerRightKinds.indexOf(b.kind),
  );
}
