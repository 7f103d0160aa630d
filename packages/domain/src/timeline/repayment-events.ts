import { eventWords } from "./event-words.js";

/** What happens to a refund that can't go the plain way. */
export const repaymentEvents = eventWords({
  en: {
    "refund.callingOff": ({ amount }) =>
      `Support calls a refund of ${amount} off, as agreed with the buyer.`,
    "refund.calledOff": ({ amount }) => `A refund of ${amount} was called off; it isn't made.`,
    "refund.actionNeeded": ({ by }) =>
      `The bank needs an account to send the refund to. It can be given until ${by}.`,
    "refund.actionReminder": ({ by }) => `Reminder: the refund waits for bank details until ${by}.`,
    "refund.detailsGiven": () => "Bank details were given; the refund goes on.",
    "refund.creditChosen": ({ amount }) => `The buyer chose ${amount} of store credit instead.`,
    "refund.credited": ({ amount }) => `${amount} was added as store credit.`,
    "refund.transferChosen": ({ amount }) =>
      `The buyer asked for ${amount} by bank transfer instead.`,
    "refund.transferred": ({ amount }) => `The bank took ${amount} for the buyer's account.`,
    "refund.transferFailed": () => "The bank transfer failed. Another way can be chosen.",
    "refund.paidTwice": ({ amount }) =>
      `${amount} reached the original payment after all, though it was paid otherwise. Support looks into it.`,
    "refund.transferredTwice": ({ amount }) =>
      `${amount} reached the buyer's account after all, though it was paid otherwise. Support looks into it.`,
  },
  "pt-BR": {
    "refund.callingOff": ({ amount }) =>
      `O suporte cancela um reembolso de ${amount}, como combinado com o comprador.`,
    "refund.calledOff": ({ amount }) => `Um reembolso de ${amount} foi cancelado; não será feito.`,
    "refund.actionNeeded": ({ by }) =>
      `O banco precisa de uma conta para enviar o reembolso. Ela pode ser informada até ${by}.`,
    "refund.actionReminder": ({ by }) =>
      `Lembrete: o reembolso espera os dados bancários até ${by}.`,
    "refund.detailsGiven": () => "Os dados bancários foram informados; o reembolso continua.",
    "refund.creditChosen": ({ amount }) => `O comprador escolheu ${amount} de crédito na loja.`,
    "refund.credited": ({ amount }) => `${amount} entrou como crédito na loja.`,
    "refund.transferChosen": ({ amount }) =>
      `O comprador pediu ${amount} por transferência bancária.`,
    "refund.transferred": ({ amount }) => `O banco recebeu ${amount} para a conta do comprador.`,
    "refund.transferFailed": () =>
      "A transferência bancária falhou. Outra forma pode ser escolhida.",
    "refund.paidTwice": ({ amount }) =>
      `${amount} chegou afinal ao pagamento original, embora pago de outra forma. O suporte está vendo.`,
    "refund.transferredTwice": ({ amount }) =>
      `${amount} chegou à conta do comprador afinal, embora já pago de outra forma. O suporte verifica.`,
  },
});
