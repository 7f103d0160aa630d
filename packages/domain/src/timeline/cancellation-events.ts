import { eventWords } from "./event-words.js";
import { settledBy } from "./settled-by.js";

/** What happens to a cancellation. */
export const cancellationEvents = eventWords({
  en: {
    "cancellation.requested": ({ data }) =>
      `${data.askedBy ? `${data.askedBy} asked for the buyer` : "Asked"} to cancel ${data.units ?? "all"} ${data.units === 1 ? "item" : "items"}.`,
    "cancellation.approved": () => "The cancellation was approved.",
    "cancellation.approvedAtOnce": ({ data }) =>
      `The cancellation was approved at once${settledBy("en", data.rule)}.`,
    "cancellation.approvedBySilence": () =>
      "The seller didn't answer in time: the cancellation is approved.",
    "cancellation.rejected": () => "The seller rejected the cancellation.",
    "cancellation.withdrawn": () => "The request to cancel was taken back.",
    "cancellation.completed": () => "The cancellation is complete.",
    "cancellation.escalated": () => "The buyer asked support to look at the rejection.",
    "cancellation.closed": () => "The rejection stands; the cancellation is closed.",
    "cancellation.superseded": () =>
      "The parcel had left already: return it once it has arrived, or refuse it at the door.",
    "cancellation.declaredWithdrawal": () =>
      "The buyer declared their withdrawal from the contract.",
    "cancellation.bySeller": ({ data }) =>
      `The seller canceled ${data.units ?? "all"} ${data.units === 1 ? "item" : "items"}.`,
    "cancellation.reminder": ({ by }) => `Reminder: the cancellation is to be decided by ${by}.`,
  },
  "pt-BR": {
    "cancellation.requested": ({ data }) =>
      `${data.askedBy ? `${data.askedBy} pediu pelo comprador` : "Pedido"} para cancelar ${data.units ?? "todos"} ${data.units === 1 ? "item" : "itens"}.`,
    "cancellation.approved": () => "O cancelamento foi aprovado.",
    "cancellation.approvedAtOnce": ({ data }) =>
      `O cancelamento foi aprovado na hora${settledBy("pt-BR", data.rule)}.`,
    "cancellation.approvedBySilence": () =>
      "O vendedor não respondeu a tempo: o cancelamento está aprovado.",
    "cancellation.rejected": () => "O vendedor recusou o cancelamento.",
    "cancellation.withdrawn": () => "O pedido de cancelamento foi retirado.",
    "cancellation.completed": () => "O cancelamento está concluído.",
    "cancellation.escalated": () => "O comprador pediu que o suporte veja a recusa.",
    "cancellation.closed": () => "A recusa vale; o cancelamento está fechado.",
    "cancellation.superseded": () =>
      "O pacote já tinha saído: devolva quando chegar, ou recuse na entrega.",
    "cancellation.declaredWithdrawal": () => "O comprador declarou a desistência do contrato.",
    "cancellation.bySeller": ({ data }) =>
      `O vendedor cancelou ${data.units ?? "todos"} ${data.units === 1 ? "item" : "itens"}.`,
    "cancellation.reminder": ({ by }) => `Lembrete: o cancelamento deve ser decidido até ${by}.`,
  },
});
