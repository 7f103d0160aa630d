import { eventWords } from "./event-words.js";

/** What happens to money before it is taken, and when it comes late. */
export const paymentEvents = eventWords({
  en: {
    "payment.captureBegun": ({ amount }) => `${amount} is being taken.`,
    "payment.captured": ({ amount }) => `${amount} was taken.`,
    "payment.captureFailed": ({ by }) => `The bank didn't pay. To be paid again by ${by}.`,
    "payment.voidBegun": () => "The payment is being given back to the bank.",
    "payment.voided": () => "The bank let go of the payment: nothing was charged.",
    "payment.voidFailed": () =>
      "The payment could not be given back to the bank. Support is on it.",
    "payment.cameLate": ({ amount }) =>
      `${amount} came when nothing was to be paid any more; it goes back.`,
    "payment.retried": () => "The payment is being tried again.",
  },
  "pt-BR": {
    "payment.captureBegun": ({ amount }) => `${amount} está sendo cobrado.`,
    "payment.captured": ({ amount }) => `${amount} foi cobrado.`,
    "payment.captureFailed": ({ by }) => `O banco não pagou. A pagar de novo até ${by}.`,
    "payment.voidBegun": () => "O pagamento está sendo liberado no banco.",
    "payment.voided": () => "O banco liberou o pagamento: nada foi cobrado.",
    "payment.voidFailed": () =>
      "Não foi possível liberar o pagamento no banco. O suporte está cuidando disso.",
    "payment.cameLate": ({ amount }) =>
      `${amount} chegou quando nada mais havia a pagar; será devolvido.`,
    "payment.retried": () => "O pagamento está sendo tentado de novo.",
  },
});
