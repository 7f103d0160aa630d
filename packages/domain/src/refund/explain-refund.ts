import type { RefundDecision, RefundRule } from "../decision/decision.js";
import { formatMoney, money } from "../money/money.js";
import { refusalSentence } from "../refusal/refusal-words.js";
import type { Locale, Zone } from "../text/locale.js";

/** The answer in one sentence. */
export function explainRefund(decision: RefundDecision, locale: Locale, zone: Zone): string {
  if (decision.refusal) return refusalSentence(decision.refusal, locale, zone);
  const left = formatMoney(money(decision.refundableMinor, decision.currency), locale);
  const second = decision.outcome === "NEEDS_APPROVAL";
  if (locale === "en")
    return second
      ? `A second person has to approve it. Up to ${left} can be refunded.`
      : `Up to ${left} can be refunded.`;
  return second
    ? `Uma segunda pessoa precisa aprovar. Até ${left} podem ser reembolsados.`
    : `Até ${left} podem ser reembolsados.`;
}

/** Each rule as the question it asks. */
export const refundLooked: Record<Locale, Record<RefundRule, string>> = {
  en: {
    "money-captured": "Was any money taken for this order?",
    "money-left":
      "Is any of it left, beside what is on its way, held for open requests or back at a bank?",
    "amount-left": "Is as much left as was asked for?",
    "refund-limit": "Is it within what this person may refund at a time?",
    "refund-day-limit": "Is it within what this person may refund in a day?",
    "goodwill-day-limit": "If it is goodwill, is it within what this person may give in a day?",
    "refund-given": "May this person give it?",
  },
  "pt-BR": {
    "money-captured": "Houve cobrança neste pedido?",
    "money-left":
      "Resta algo, além do que está a caminho, reservado para pedidos abertos ou de volta num banco?",
    "amount-left": "Resta tanto quanto foi pedido?",
    "refund-limit": "Está no limite desta pessoa por reembolso?",
    "refund-day-limit": "Está no limite desta pessoa por dia?",
    "goodwill-day-limit": "Se é cortesia, está no limite desta pessoa por dia?",
    "refund-given": "Esta pessoa pode dar o reembolso?",
  },
};
