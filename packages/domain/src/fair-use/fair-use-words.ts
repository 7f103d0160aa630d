import type { FairUseRule } from "../decision/decision.js";
import type { PolicySection } from "../policy/policy-section.js";
import type { Refusal } from "../refusal/refusal.js";
import { formatInstant, type Locale, type Zone } from "../text/locale.js";
import type { FairUseLimit } from "./fair-use.js";
import type { FairUseRules } from "./fair-use-terms.js";

/** Each rule as the question it asks. */
export const fairUseLooked: Record<Locale, Record<FairUseRule, string>> = {
  en: {
    "fair-use-order": "Is another request for this order within fair use?",
    "fair-use-changes": "Were not too many requests for this order taken back?",
    "fair-use-product": "Is another request for this product within fair use?",
    "fair-use-buyer": "Is another request to this shop within fair use?",
  },
  "pt-BR": {
    "fair-use-order": "Mais uma solicitação para este pedido está no uso justo?",
    "fair-use-changes": "Não foram retiradas solicitações demais deste pedido?",
    "fair-use-product": "Mais uma solicitação para este produto está no uso justo?",
    "fair-use-buyer": "Mais uma solicitação a esta loja está no uso justo?",
  },
};

const madeEn: Record<FairUseLimit, (count: number) => string> = {
  ORDER: (count) => `You made ${count} requests for this order`,
  CHANGES: (count) => `You took back ${count} requests for this order`,
  PRODUCT: (count) => `You made ${count} requests for this product`,
  BUYER: (count) => `You made ${count} requests to this shop`,
};
const madePt: Record<FairUseLimit, (count: number) => string> = {
  ORDER: (count) => `Você fez ${count} solicitações para este pedido`,
  CHANGES: (count) => `Você retirou ${count} solicitações deste pedido`,
  PRODUCT: (count) => `Você fez ${count} solicitações para este produto`,
  BUYER: (count) => `Você fez ${count} solicitações a esta loja`,
};

type Reached = Extract<Refusal, { kind: "FairUseLimitReached" }>;

/** The refusal in words: what was counted, against what, until when, and that support can look. */
export function fairUseSentence(refusal: Reached, locale: Locale, zone: Zone): string {
  const { limit, count, most, withinDays, until } = refusal;
  const from = formatInstant(until, locale, zone);
  return locale === "en"
    ? `${madeEn[limit](count)} in the last ${withinDays} days; this shop takes ${most}. You can ask again from ${from}, or ask support to look at it.`
    : `${madePt[limit](count)} nos últimos ${withinDays} dias; esta loja aceita ${most}. Você pode pedir de novo a partir de ${from}, ou pedir ao suporte que veja.`;
}

/** The caps in plain words; null where there are none. */
export function fairUseText(rules: FairUseRules, locale: Locale): PolicySection | null {
  const { withinDays, requestsPerOrder, requestsPerProduct, requestsPerBuyer } = rules;
  const { changesPerOrder, returnlessBudgetMinor } = rules;
  const en = locale === "en";
  const say = (most: number | null, inEnglish: string, inPortuguese: string) =>
    most === null ? [] : [en ? inEnglish : inPortuguese];
  const caps = [
    ...say(
      requestsPerOrder,
      `At most ${requestsPerOrder} requests for one order.`,
      `No máximo ${requestsPerOrder} solicitações para um pedido.`,
    ),
    ...say(
      changesPerOrder,
      `At most ${changesPerOrder} requests for one order taken back.`,
      `No máximo ${changesPerOrder} solicitações retiradas de um pedido.`,
    ),
    ...say(
      requestsPerProduct,
      `At most ${requestsPerProduct} requests for one product.`,
      `No máximo ${requestsPerProduct} solicitações para um produto.`,
    ),
    ...say(
      requestsPerBuyer,
      `At most ${requestsPerBuyer} requests in all.`,
      `No máximo ${requestsPerBuyer} solicitações ao todo.`,
    ),
    ...say(
      returnlessBudgetMinor,
      "What you keep and are refunded for is limited, too; beyond that it has to come back.",
      "O que você fica e é reembolsado também tem limite; acima dele, precisa voltar.",
    ),
  ];
  if (caps.length === 0) return null;
  return {
    heading: en ? "Fair use" : "Uso justo",
    sentences: [
      en
        ? `Within ${withinDays} days this shop takes:`
        : `Em ${withinDays} dias, esta loja aceita:`,
      ...caps,
      en
        ? "What is the seller's fault never counts, nor what the law gives you, and support can always look at it."
        : "O que for culpa do vendedor nunca conta, nem o que a lei garante, e o suporte sempre pode ver.",
    ],
  };
}
