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
    amount_exceeds_refundable: "The payment provider has less left to give back.",
    amount_not_payable: "The payment provider moves this currency in larger steps only.",
    balance_insufficient: "The payment provider lacked the balance.",
    canceled: "It was canceled at the payment provider.",
    charge_already_refunded: "The payment was already given back at the payment provider.",
    charge_disputed: "The payment is disputed at the bank.",
    charge_for_pending_refund_disputed: "The payment was disputed at the bank meanwhile.",
    charge_pending: "The payment itself is still on its way to the payment provider.",
    currency_mismatch: "The payment was made in another currency than recorded.",
    declined: "The bank declined it.",
    lost_or_stolen_card: "The card was reported lost or stolen.",
    merchant_request: "It was canceled at the payment provider by hand.",
    refused_by_provider: "The payment provider refused it.",
    requires_action: "The payment provider needs details of the buyer.",
    resource_missing: "The payment provider does not know the payment.",
    unknown: "The payment provider gave no reason.",
    stopped: "Refunds are paused while something is being checked; this one goes on by itself.",
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
    amount_exceeds_refundable: "Resta menos para devolver no provedor de pagamento.",
    amount_not_payable: "O provedor de pagamento só move esta moeda em passos maiores.",
    balance_insufficient: "Faltou saldo no provedor de pagamento.",
    canceled: "Foi cancelado no provedor de pagamento.",
    charge_already_refunded: "O pagamento já tinha sido devolvido no provedor de pagamento.",
    charge_disputed: "O pagamento está contestado no banco.",
    charge_for_pending_refund_disputed: "Nesse meio-tempo, o pagamento foi contestado no banco.",
    charge_pending: "O próprio pagamento ainda está a caminho do provedor de pagamento.",
    currency_mismatch: "O pagamento foi feito em outra moeda que a registrada.",
    declined: "O banco recusou.",
    lost_or_stolen_card: "O cartão foi dado como perdido ou roubado.",
    merchant_request: "Foi cancelado à mão no provedor de pagamento.",
    refused_by_provider: "O provedor de pagamento recusou.",
    requires_action: "O provedor de pagamento precisa de dados do comprador.",
    resource_missing: "O provedor de pagamento não conhece o pagamento.",
    unknown: "O provedor de pagamento não deu motivo.",
    stopped:
      "Os reembolsos estão em pausa enquanto algo é verificado; este continua sozinho depois.",
  },
};

/** Why a refund waits or failed, in words; a code we don't know is told as it is. */
export function refundReasonSentence(code: string, locale: Locale): string {
  return known[locale][code] ?? code.replaceAll("_", " ");
}
