import type { FairUseRule, ReturnDecision, ReturnRule } from "../decision/decision.js";
import { refusalSentence } from "../refusal/refusal-words.js";
import { formatUntil, type Locale, type Zone } from "../text/locale.js";

const settledBy: Record<Locale, Partial<Record<ReturnRule, string>>> = {
  en: {
    "agent-steps-in": "Support can approve it now.",
    "statutory-withdrawal":
      "You can send it back without giving a reason: it is your right by law.",
    returnless: "You get your money back and can keep it.",
    "returns-by-rule": "You can send it back; it is approved at once.",
    "returns-on-request": "You can ask to return it; the seller answers.",
  },
  "pt-BR": {
    "agent-steps-in": "O suporte pode aprovar agora.",
    "statutory-withdrawal": "Você pode devolver sem dar um motivo: é seu direito por lei.",
    returnless: "Você recebe o dinheiro de volta e pode ficar com o item.",
    "returns-by-rule": "Você pode devolver; é aprovado na hora.",
    "returns-on-request": "Você pode pedir a devolução; o vendedor responde.",
  },
};

/** The answer in one sentence. */
export function explainReturn(decision: ReturnDecision, locale: Locale, zone: Zone): string {
  if (decision.refusal) return refusalSentence(decision.refusal, locale, zone);
  const sentence = settledBy[locale][decision.rule] ?? "";
  if (!decision.respondBy) return sentence;
  const by = formatUntil(decision.respondBy, locale, zone);
  return locale === "en"
    ? `${sentence} Asked now, they answer by ${by}; if they don't, it is approved.`
    : `${sentence} Pedindo agora, a resposta vem até ${by}; sem resposta, é aprovado.`;
}

/** Each rule as the question it asks. */
export const returnLooked: Record<Locale, Record<Exclude<ReturnRule, FairUseRule>, string>> = {
  en: {
    arrived: "Has it arrived?",
    "no-open-return": "Is there no open return for these units?",
    "returnable-units": "Are there units to send back?",
    "agent-steps-in": "Does support do it?",
    "statutory-withdrawal": "Does the law let you send it back without a reason?",
    category: "Can this kind of goods be returned for this reason?",
    "return-window": "Is it within the time for returning?",
    "returnless-budget": "Is what this buyer kept before within fair use?",
    returnless: "Is it worth so little that it need not come back?",
    "returns-by-rule": "Does the shop approve returns by rule?",
    "returns-on-request": "Does the seller answer requests?",
    "exchange-offered": "Is what is wanted instead of the money offered?",
    "exchange-wish": "Is it said which variant is wanted?",
    "return-reason": "Is there a reason that fits?",
    "return-note": "Are there the words this reason needs?",
    "return-photos": "Are there the photos this reason needs?",
  },
  "pt-BR": {
    arrived: "Já chegou?",
    "no-open-return": "Não há devolução aberta para estas unidades?",
    "returnable-units": "Há unidades para devolver?",
    "agent-steps-in": "É o suporte que faz?",
    "statutory-withdrawal": "A lei deixa devolver sem motivo?",
    category: "Este tipo de produto pode ser devolvido por este motivo?",
    "return-window": "Está no prazo para devolver?",
    "returnless-budget": "O que o comprador já ficou está no uso justo?",
    returnless: "Vale tão pouco que não precisa voltar?",
    "returns-by-rule": "A loja aprova devoluções por regra?",
    "returns-on-request": "O vendedor responde a pedidos?",
    "exchange-offered": "O que se quer em vez do dinheiro é oferecido?",
    "exchange-wish": "Está dito qual variante se quer?",
    "return-reason": "Há um motivo que serve?",
    "return-note": "Há as palavras que este motivo precisa?",
    "return-photos": "Há as fotos que este motivo precisa?",
  },
};
