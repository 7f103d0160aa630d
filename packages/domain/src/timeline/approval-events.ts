import { eventWords } from "./event-words.js";

/** What happens to a refund above somebody's limit. */
export const approvalEvents = eventWords({
  en: {
    "refund.approvalAsked": ({ amount, by }) =>
      `A refund of ${amount} is being looked at before it is made; the answer comes by ${by}.`,
    "refund.approvalReminder": ({ amount, by }) =>
      `Reminder: a refund of ${amount} waits for a second person until ${by}; unanswered, it isn't made.`,
    "refund.approved": ({ amount, by }) => `A refund of ${amount} was approved, promised by ${by}.`,
    "refund.declined": ({ amount }) => `A refund of ${amount} was not approved; it isn't made.`,
    "refund.approvalExpired": ({ amount }) =>
      `A refund of ${amount} was not answered in time; it isn't made.`,
  },
  "pt-BR": {
    "refund.approvalAsked": ({ amount, by }) =>
      `Um reembolso de ${amount} está sendo analisado antes de ser feito; a resposta vem até ${by}.`,
    "refund.approvalReminder": ({ amount, by }) =>
      `Lembrete: um reembolso de ${amount} espera uma segunda pessoa até ${by}; sem resposta, não é feito.`,
    "refund.approved": ({ amount, by }) =>
      `Um reembolso de ${amount} foi aprovado, prometido até ${by}.`,
    "refund.declined": ({ amount }) =>
      `Um reembolso de ${amount} não foi aprovado; ele não é feito.`,
    "refund.approvalExpired": ({ amount }) =>
      `Um reembolso de ${amount} não foi respondido a tempo; ele não é feito.`,
  },
});
