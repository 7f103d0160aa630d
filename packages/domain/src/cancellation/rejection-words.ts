import type { Locale } from "../text/locale.js";

export const rejectionReasons = [
  "ALREADY_PACKED",
  "CUSTOM_MADE",
  "HANDED_TO_CARRIER",
  "OTHER",
] as const;
export type RejectionReason = (typeof rejectionReasons)[number];

/** Reasons that have to be shown in words: what was made, which parcel it is in, or what else it is. */
export const rejectionNeedsNote: Readonly<Record<RejectionReason, boolean>> = {
  ALREADY_PACKED: false,
  CUSTOM_MADE: true,
  HANDED_TO_CARRIER: true,
  OTHER: true,
};

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

export const sellerCancelReasons = ["OUT_OF_STOCK", "CANNOT_SHIP", "WRONG_PRICE", "OTHER"] as const;
export type SellerCancelReason = (typeof sellerCancelReasons)[number];

const sellerWords: Record<Locale, Record<SellerCancelReason, string>> = {
  en: {
    OUT_OF_STOCK: "It is out of stock.",
    CANNOT_SHIP: "It can't be shipped.",
    WRONG_PRICE: "The price was wrong.",
    OTHER: "Another reason.",
  },
  "pt-BR": {
    OUT_OF_STOCK: "Está sem estoque.",
    CANNOT_SHIP: "Não pode ser enviado.",
    WRONG_PRICE: "O preço estava errado.",
    OTHER: "Outro motivo.",
  },
};

/** Why a seller canceled, in words. */
export const sellerCancelSentence = (reason: SellerCancelReason, locale: Locale): string =>
  sellerWords[locale][reason];
