import type { Locale, Localized } from "../text/locale.js";

/**
 * Why an amount is not paid out: somebody argues about it, or the provider has no payment of it.
 * NO_PAYMENT: what the books have as paid is missing at the payment provider.
 */
export const holdReasons = ["DISPUTE", "CHARGEBACK", "NO_PAYMENT"] as const;
export type HoldReason = (typeof holdReasons)[number];

const ends: Localized<Record<HoldReason, string>> = {
  en: {
    DISPUTE: "It is free again once the dispute is decided.",
    CHARGEBACK: "It is free again once the buyer's bank has decided.",
    NO_PAYMENT:
      "The payment provider has no such payment. It is free again once that is found, or settled by support.",
  },
  "pt-BR": {
    DISPUTE: "Fica livre quando a disputa for decidida.",
    CHARGEBACK: "Fica livre quando o banco do comprador decidir.",
    NO_PAYMENT:
      "O provedor de pagamento não tem esse pagamento. Fica livre quando for achado, ou quando o suporte resolver.",
  },
};

/** What ends a hold, in words. */
export const holdSentence = (reason: HoldReason, locale: Locale): string => ends[locale][reason];
