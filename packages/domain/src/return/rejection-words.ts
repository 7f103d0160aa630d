import type { Locale } from "../text/locale.js";
import type { ReturnRejectionReason } from "./return-reasons.js";

const words: Record<Locale, Record<ReturnRejectionReason, string>> = {
  en: {
    NOT_OUR_ITEM: "This is not the item the seller sent.",
    USED_OR_DAMAGED_BY_BUYER: "It was used or damaged after it arrived.",
    NO_FAULT_FOUND: "The seller found no fault.",
    CUSTOM_MADE: "It was made to order.",
    OTHER: "Another reason.",
  },
  "pt-BR": {
    NOT_OUR_ITEM: "Este não é o item que o vendedor enviou.",
    USED_OR_DAMAGED_BY_BUYER: "Foi usado ou danificado depois da entrega.",
    NO_FAULT_FOUND: "O vendedor não encontrou defeito.",
    CUSTOM_MADE: "Foi feito sob encomenda.",
    OTHER: "Outro motivo.",
  },
};

/** Why a seller rejected a return, in words. */
export const rejectionWords = (reason: string, locale: Locale): string =>
  words[locale][reason as ReturnRejectionReason] ?? reason;
