import { eventWords } from "./event-words.js";

/** What a bank does about a payment, and what that means for its refunds. */
export const chargebackEvents = eventWords({
  en: {
    "chargeback.warned": ({ amount }) =>
      `The buyer asked their bank about ${amount} of the payment.`,
    "chargeback.evidenceReminder": ({ amount, by }) =>
      `Reminder: send the evidence about the chargeback of ${amount} by ${by}.`,
    "chargeback.opened": ({ amount, by }) =>
      `The buyer's bank took ${amount} of the payment back${by ? `; evidence is heard until ${by}` : ""}.`,
    "chargeback.underReview": () => "The bank has the evidence and decides.",
    "chargeback.won": ({ amount }) => `The bank decided for the shop: ${amount} came back.`,
    "chargeback.lost": ({ amount }) => `The bank decided for the buyer: they keep ${amount}.`,
    "chargeback.closed": () => "The question to the bank was closed; no money moved.",
    "chargeback.repaid": ({ amount }) =>
      `The payment provider paid the buyer ${amount}, so that the bank need not decide.`,
    "chargeback.reversed": ({ amount }) =>
      `The bank changed its decision: ${amount} came back to the shop.`,
    "refund.split": ({ amount }) =>
      `The buyer's bank holds back a part of this refund: ${amount} is sent now, as a refund of its own.`,
    "refund.heldByChargeback": ({ amount, by }) =>
      `${amount || "The refund"} waits: it is disputed at the buyer's bank${by ? `, which decides by ${by}` : ""}.`,
    "refund.paidByBank": () =>
      "The refund waits: the buyer's bank has paid the buyer, so that it would be paid twice.",
    "refund.closedAsPaidByBank": ({ amount }) =>
      `${amount || "The rest"} of the refund was closed, since the buyer's bank has paid it.`,
  },
  "pt-BR": {
    "chargeback.warned": ({ amount }) =>
      `O comprador perguntou ao banco sobre ${amount} do pagamento.`,
    "chargeback.evidenceReminder": ({ amount, by }) =>
      `Lembrete: envie a defesa da contestação de ${amount} até ${by}.`,
    "chargeback.opened": ({ amount, by }) =>
      `O banco do comprador retirou ${amount} do pagamento${by ? `; a defesa é aceita até ${by}` : ""}.`,
    "chargeback.underReview": () => "O banco recebeu a defesa e decide.",
    "chargeback.won": ({ amount }) => `O banco decidiu pela loja: ${amount} voltaram.`,
    "chargeback.lost": ({ amount }) => `O banco decidiu pelo comprador: ele fica com ${amount}.`,
    "chargeback.closed": () => "A pergunta ao banco foi encerrada; nenhum dinheiro se moveu.",
    "chargeback.repaid": ({ amount }) =>
      `O provedor de pagamento pagou ${amount} ao comprador, e o banco não precisa decidir.`,
    "chargeback.reversed": ({ amount }) =>
      `O banco mudou a decisão: ${amount} voltaram para a loja.`,
    "refund.split": ({ amount }) =>
      `O banco do comprador retém uma parte deste reembolso: ${amount} são enviados agora, como outro reembolso.`,
    "refund.heldByChargeback": ({ amount, by }) =>
      `${amount || "O reembolso"} espera: está contestado no banco do comprador${by ? `, que decide até ${by}` : ""}.`,
    "refund.paidByBank": () =>
      "O reembolso espera: o banco já pagou ao comprador, e assim seria pago duas vezes.",
    "refund.closedAsPaidByBank": ({ amount }) =>
      `${amount || "O restante"} do reembolso foi fechado, pois o banco do comprador já pagou.`,
  },
});
