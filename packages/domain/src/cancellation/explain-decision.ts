import type { CancellationDecision, CancellationRule, FairUseRule } from "../decision/decision.js";
import { refusalSentence } from "../refusal/refusal-words.js";
import { formatUntil, type Locale, type Zone } from "../text/locale.js";

const cancellationSettledBy: Record<Locale, Partial<Record<CancellationRule, string>>> = {
  en: {
    "order-not-over": "The order is over.",
    "not-shipped": "It was shipped.",
    "no-open-request": "A request is already open.",
    "units-available": "These units can't be canceled.",
    unpaid: "It isn't paid yet, so you can cancel at once.",
    "support-steps-in": "Support can cancel it now.",
    "seller-cancels": "The seller cancels it.",
    "statutory-right": "You can withdraw from the contract: it is your right by law.",
    "grace-period": "You can cancel at once: you bought it only a short while ago.",
    "seller-late": "You can cancel at once: the seller is past their date to ship.",
    window: "The time for cancelling is over.",
    "at-once": "You can cancel at once.",
    "not-in-dispute": "Support is deciding about it.",
    "on-request": "You can ask to cancel; the seller decides.",
    "reason-given": "A reason is needed.",
    "note-given": "A few words are needed.",
  },
  "pt-BR": {
    "order-not-over": "O pedido está encerrado.",
    "not-shipped": "Foi enviado.",
    "no-open-request": "Já há um pedido de cancelamento aberto.",
    "units-available": "Estas unidades não podem ser canceladas.",
    unpaid: "Ainda não foi pago, então você pode cancelar na hora.",
    "support-steps-in": "O suporte pode cancelar agora.",
    "seller-cancels": "O vendedor cancela.",
    "statutory-right": "Você pode desistir do contrato: é seu direito por lei.",
    "grace-period": "Você pode cancelar na hora: acabou de comprar.",
    "seller-late": "Você pode cancelar na hora: o vendedor passou do prazo de envio.",
    window: "O prazo para cancelar terminou.",
    "at-once": "Você pode cancelar na hora.",
    "not-in-dispute": "O suporte está decidindo sobre isso.",
    "on-request": "Você pode pedir o cancelamento; o vendedor decide.",
    "reason-given": "É preciso um motivo.",
    "note-given": "São precisas algumas palavras.",
  },
};

/** The answer in one sentence. */
export function explainCancellation(
  decision: CancellationDecision,
  locale: Locale,
  zone: Zone,
): string {
  if (decision.refusal) return refusalSentence(decision.refusal, locale, zone);
  const sentence = cancellationSettledBy[locale][decision.rule] ?? "";
  if (decision.respondBy) {
    const by = formatUntil(decision.respondBy, locale, zone);
    return locale === "en"
      ? `${sentence} Asked now, they answer by ${by}; if they don't, it is canceled.`
      : `${sentence} Pedindo agora, a resposta vem até ${by}; sem resposta, é cancelado.`;
  }
  return sentence;
}

/** Each rule as the question it asks. */
export const cancellationLooked: Record<
  Locale,
  Record<Exclude<CancellationRule, FairUseRule>, string>
> = {
  en: {
    "order-not-over": "Is the order still open?",
    "not-shipped": "Has nothing left the seller yet?",
    "no-open-request": "Is there no open request for these units?",
    "units-available": "Are there enough units to cancel?",
    unpaid: "Is it still unpaid?",
    "support-steps-in": "Does support do it?",
    "seller-cancels": "Does the seller do it?",
    "statutory-right": "Is a withdrawal by law declared?",
    "grace-period": "Is it still within the grace period?",
    "seller-late": "Is the seller past their date to ship?",
    window: "Is it within the time for cancelling?",
    "at-once": "Does the shop let you cancel at once at this stage?",
    "not-in-dispute": "Is support not deciding about these units already?",
    "on-request": "Does the shop take requests at this stage?",
    "reason-given": "Is there a reason the shop knows?",
    "note-given": "Are there the words this reason needs?",
  },
  "pt-BR": {
    "order-not-over": "O pedido ainda está aberto?",
    "not-shipped": "Nada saiu do vendedor ainda?",
    "no-open-request": "Não há pedido aberto para estas unidades?",
    "units-available": "Há unidades suficientes para cancelar?",
    unpaid: "Ainda não foi pago?",
    "support-steps-in": "É o suporte que faz?",
    "seller-cancels": "É o vendedor que faz?",
    "statutory-right": "Foi declarada a desistência por lei?",
    "grace-period": "Está no período de carência?",
    "seller-late": "O vendedor passou do prazo de envio?",
    window: "Está no prazo para cancelar?",
    "at-once": "A loja deixa cancelar na hora nesta etapa?",
    "not-in-dispute": "O suporte ainda não está decidindo sobre estas unidades?",
    "on-request": "A loja aceita pedidos nesta etapa?",
    "reason-given": "Há um motivo que a loja conhece?",
    "note-given": "Há as palavras que este motivo precisa?",
  },
};

/** What would make it possible at once, in words; null where nothing but time would. */
export function explainCancellationPossible(
  decision: CancellationDecision,
  locale: Locale,
  zone: Zone,
): string | null {
  if (!decision.possibleFrom) return null;
  const from = formatUntil(decision.possibleFrom, locale, zone);
  return locale === "en"
    ? `If it hasn't shipped by ${from}, you can cancel at once.`
    : `Se não for enviado até ${from}, você pode cancelar na hora.`;
}
