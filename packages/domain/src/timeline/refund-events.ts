import { eventWords } from "./event-words.js";

/** What happens to a refund that goes the plain way. */
export const refundEvents = eventWords({
  en: {
    "refund.created": ({ amount, by }) => `A refund of ${amount} is on its way, promised by ${by}.`,
    "refund.canceled": ({ amount }) => `A refund of ${amount} was taken back before it was sent.`,
    "refund.stopped": ({ amount, by }) =>
      `Refunds are paused while something is being checked; ${amount} goes on by itself, by ${by} at the latest.`,
    "refund.resumed": ({ amount }) => `The pause is over: ${amount} goes on.`,
    "refund.submitted": ({ amount }) => `${amount} was sent to the payment provider.`,
    "refund.pending": () => "The payment provider holds the refund for a while.",
    "refund.succeeded": ({ amount }) =>
      `The payment network took ${amount}; it is on its way to the bank.`,
    "refund.failed": () => "The refund failed. Support is on it.",
    "refund.reversed": () => "The bank sent the refund back. Support is on it.",
    "refund.stayed": () => "What the bank had sent back stayed after all; the rest is on its way.",
    "refund.retried": () => "The refund is being tried again.",
    "refund.traced": () => "The network gave the refund a reference that the bank can look up.",
  },
  "pt-BR": {
    "refund.created": ({ amount, by }) =>
      `Um reembolso de ${amount} está a caminho, prometido até ${by}.`,
    "refund.canceled": ({ amount }) =>
      `Um reembolso de ${amount} foi retirado antes de ser enviado.`,
    "refund.stopped": ({ amount, by }) =>
      `Os reembolsos estão em pausa enquanto algo é verificado; ${amount} continua sozinho, até ${by} no máximo.`,
    "refund.resumed": ({ amount }) => `A pausa terminou: ${amount} continua.`,
    "refund.submitted": ({ amount }) => `${amount} foi enviado ao provedor de pagamento.`,
    "refund.pending": () => "O provedor de pagamento está segurando o reembolso por um tempo.",
    "refund.succeeded": ({ amount }) =>
      `A rede de pagamento recebeu ${amount}; está a caminho do banco.`,
    "refund.failed": () => "O reembolso falhou. O suporte está cuidando disso.",
    "refund.reversed": () => "O banco devolveu o reembolso. O suporte está cuidando disso.",
    "refund.stayed": () => "O que o banco tinha devolvido ficou afinal; o resto está a caminho.",
    "refund.retried": () => "O reembolso está sendo tentado de novo.",
    "refund.traced": () => "A rede deu ao reembolso uma referência que o banco pode consultar.",
  },
});
