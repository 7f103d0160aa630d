import type { Locale } from "../text/locale.js";

const known: Record<Locale, Record<string, string>> = {
  en: {
    card_closed: "The card was closed.",
    expired_or_canceled_card: "The card expired or was canceled.",
    insufficient_funds: "The payment provider lacked the balance.",
    insufficient_balance: "The payment provider waits for balance.",
    processing: "The payment provider is working on it.",
    refund_declined: "The payment provider declined it.",
    returned_by_bank: "The bank sent it back.",
    provider_error: "The payment provider had a fault.",
  },
  "pt-BR": {
    card_closed: "O cartão foi encerrado.",
    expired_or_canceled_card: "O cartão venceu ou foi cancelado.",
    insufficient_funds: "Faltou saldo no provedor de pagamento.",
    insufficient_balance: "O provedor de pagamento espera saldo.",
    processing: "O provedor de pagamento está trabalhando nisso.",
    refund_declined: "O provedor de pagamento recusou.",
    returned_by_bank: "O banco devolveu.",
    provider_error: "Houve uma falha no provedor de pagamento.",
  },
};

/** Why a refund waits or failed, in words; a code we don't know is told as it is. */
export function refundReasonSentence(code: string, locale: Locale): string {
  return known[locale][code] ?? code.replaceAll("_", " ");
}
