import type { Locale, Localized } from "../text/locale.js";
import type { PayoutStatus } from "./payout-machine.js";

const sentences: Localized<Record<PayoutStatus, string>> = {
  en: {
    SCHEDULED: "On its way to the bank.",
    PAID: "The bank has taken it; it arrives within one to three business days.",
    FAILED: "It came back: the amount is on the balance again and goes with the next payout.",
    CARRIED_OVER:
      "Refunds came to more than the sales that could be paid out: the next ones make up for it.",
  },
  "pt-BR": {
    SCHEDULED: "A caminho do banco.",
    PAID: "O banco recebeu; chega em um a três dias úteis.",
    FAILED: "Voltou: o valor está de novo no saldo e vai no próximo repasse.",
    CARRIED_OVER:
      "Os reembolsos superaram as vendas que podiam ser repassadas: as próximas compensam.",
  },
};

/** What a payout's state means to its shop. */
export const payoutSentence = (status: PayoutStatus, locale: Locale): string =>
  sentences[locale][status];
