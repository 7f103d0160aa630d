import type { RefundRule } from "../decision/decision.js";
import { askApproval, atOnce, goOn, type Rule, refuse, seen } from "../decision/follow-rules.js";
import type { Refusal } from "../refusal/refusal.js";
import { type RefundFacts, type RefundQuestion, refundableMinor } from "./refund-question.js";

function nothingLeft(order: RefundFacts): Refusal {
  const { capturedMinor, refundReservedMinor, heldMinor, chargedBackMinor = 0, currency } = order;
  const where = { capturedMinor, refundReservedMinor, heldMinor, chargedBackMinor };
  return { kind: "NothingToRefund", ...where, currency };
}

/** The ask against one limit: above it, a second person has to agree. */
function within(fact: string, amountMinor: number, mostMinor: number | null) {
  if (mostMinor === null) return seen(fact, amountMinor, null, "NOT_APPLICABLE");
  const above = amountMinor > mostMinor;
  return seen(fact, amountMinor, mostMinor, above ? "FAIL" : "PASS", above ? askApproval : goOn);
}

/**
 * The rules of a refund that no policy provides for, first to last: what there is, what of it is
 * free, whether it is enough, and how much this actor gives without a second person.
 */
export const refundRulesInOrder: readonly Rule<RefundRule, RefundQuestion>[] = [
  {
    rule: "money-captured",
    look: ({ order }) => {
      const taken = order.capturedMinor > 0;
      const effect = taken ? goOn : refuse(nothingLeft(order));
      return seen("order.capturedMinor", order.capturedMinor, 1, taken ? "PASS" : "FAIL", effect);
    },
  },
  {
    // Whoever named an amount is told of it by the next rule; who only asks is told where it went.
    rule: "money-left",
    look: ({ order, ask }) => {
      const left = refundableMinor(order);
      const effect = left > 0 || ask !== null ? goOn : refuse(nothingLeft(order));
      return seen("order.refundableMinor", left, 1, left > 0 ? "PASS" : "FAIL", effect);
    },
  },
  {
    rule: "amount-left",
    look: ({ order, ask }) => {
      const left = refundableMinor(order);
      const askedMinor = ask?.amountMinor ?? null;
      if (askedMinor === null) return seen("ask.amountMinor", null, left, "NOT_APPLICABLE");
      const fits = askedMinor <= left;
      const { currency } = order;
      return seen(
        "ask.amountMinor",
        askedMinor,
        left,
        fits ? "PASS" : "FAIL",
        fits
          ? goOn
          : refuse({ kind: "AmountAboveRefundable", askedMinor, refundableMinor: left, currency }),
      );
    },
  },
  {
    rule: "refund-limit",
    look: ({ ask, limit, order: { currency } }) =>
      limit?.unset
        ? seen("limit.perRefundMinor", null, 0, "FAIL", refuse({ kind: "LimitNotSet", currency }))
        : within("ask.amountMinor", ask?.amountMinor ?? 0, limit?.perRefundMinor ?? null),
  },
  {
    rule: "refund-day-limit",
    look: ({ ask, limit }) =>
      within(
        "actor.refundedTodayMinor",
        (limit?.usedTodayMinor ?? 0) + (ask?.amountMinor ?? 0),
        limit?.perDayMinor ?? null,
      ),
  },
  {
    rule: "goodwill-day-limit",
    look: ({ ask, limit }) =>
      within(
        "actor.goodwillTodayMinor",
        ask?.goodwill ? (limit?.goodwillTodayMinor ?? 0) + ask.amountMinor : 0,
        ask?.goodwill ? (limit?.goodwillPerDayMinor ?? null) : null,
      ),
  },
  {
    rule: "refund-given",
    look: ({ actor }) => seen("actor", actor, null, "PASS", atOnce),
  },
];
