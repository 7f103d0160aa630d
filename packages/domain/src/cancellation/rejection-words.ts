import type { Locale } from "../text/locale.js";

export const rejectionReasons = [
  "ALREADY_PACKED",
  "CUSTOM_MADE",
  "HANDED_TO_CARRIER",
  "OTHER",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

const words: Record<Locale, Record<RejectionReason, string>> = {
  en: {
    ALREADY_PACKED: "It is already packed and about to leave.",
    CUSTOM_MADE: "It was made to order.",
    HANDED_TO_CARRIER: "It is already with the carrier.",
    OTHER: "Another reason.",
  },
  "pt-BR": {
    ALREADY_PACKED: "Já está embalado e prestes a sair.",
    CUSTOM_MADE: "Foi feito sob encomenda.",
    HANDED_TO_CARRIER: "Já está com a transportadora.",
    OTHER: "Outro motivo.",
  },
};

/** Why a seller rejected, in words. */
export const rejectionSentence = (reason: RejectionReason, locale: Locale): string =>
  words[locale][reason];
