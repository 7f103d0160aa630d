import type { Locale } from "../text/locale.js";

/** Why money is given that nobody has a right to. */
export const goodwillReasons = [
  "LATE_DELIVERY",
  "POOR_SERVICE",
  "DAMAGED_PACKAGING",
  "MISSING_PART",
  "PRICE_MATCH",
  "OTHER",
] as const;
export type GoodwillReason = (typeof goodwillReasons)[number];

/** Who pays for a goodwill refund. A shop only ever gives its own money. */
export const costBearers = ["MARKETPLACE", "SHOP"] as const;
export type CostBearer = (typeof costBearers)[number];

/** The reasons in words, for those who choose and for the buyer who gets it. */
export const goodwillReasonWords: Record<Locale, Record<GoodwillReason, string>> = {
  en: {
    LATE_DELIVERY: "It came late",
    POOR_SERVICE: "It was handled badly",
    DAMAGED_PACKAGING: "The packaging was damaged",
    MISSING_PART: "A part was missing",
    PRICE_MATCH: "The price fell soon after",
    OTHER: "Something else",
  },
  "pt-BR": {
    LATE_DELIVERY: "Chegou atrasado",
    POOR_SERVICE: "O atendimento foi ruim",
    DAMAGED_PACKAGING: "A embalagem estava danificada",
    MISSING_PART: "Faltou uma peça",
    PRICE_MATCH: "O preço caiu logo depois",
    OTHER: "Outro motivo",
  },
};
