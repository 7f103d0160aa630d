import type { Localized } from "../text/locale.js";
import { eventWords } from "./event-words.js";
import { settledBy } from "./settled-by.js";

/** Why a return ended without a refund, and what is possible now. */
const closedBecause: Localized<Readonly<Record<string, string>>> = {
  en: {
    LOST: "The parcel was never found, so the return ended without a refund. Show support your proof of sending, or ask for a return again if it turns up.",
    DECLINED:
      "The return stays declined: nobody asked support to review it in time. Support still answers questions about it.",
    NOT_ACCEPTED:
      "The inspection stands: nobody asked support to review it in time. Support still answers questions about it.",
  },
  "pt-BR": {
    LOST: "O pacote não foi encontrado, e a devolução terminou sem reembolso. Mostre ao suporte o comprovante de envio, ou peça outra devolução se ele aparecer.",
    DECLINED:
      "A devolução continua recusada: ninguém pediu a revisão do suporte a tempo. O suporte ainda responde a perguntas sobre ela.",
    NOT_ACCEPTED:
      "A inspeção vale: ninguém pediu a revisão do suporte a tempo. O suporte ainda responde a perguntas sobre ela.",
  },
};

/** What happens to a return. */
export const returnEvents = eventWords({
  en: {
    "return.requested": ({ data }) =>
      `${data.askedBy ? `${data.askedBy} asked for the buyer` : "Asked"} to return ${data.units ?? "all"} ${data.units === 1 ? "item" : "items"}.`,
    "return.approved": () => "The return was approved.",
    "return.approvedAtOnce": ({ data }) =>
      `The return was approved at once${settledBy("en", data.rule)}.`,
    "return.approvedBySilence": () => "The seller didn't answer in time: the return is approved.",
    "return.rejected": () => "The seller rejected the return.",
    "return.canceled": () => "The return was taken back.",
    "return.infoAsked": () => "The seller asked for more information.",
    "return.infoGiven": () => "The buyer answered.",
    "return.offered": ({ amount }) => `The seller offered ${amount} back for keeping it.`,
    "return.offerAccepted": () => "The buyer took the offer.",
    "return.offerDeclined": () => "The buyer declined the offer; the return goes on.",
    "return.offerLapsed": () => "The offer lapsed; the return goes on.",
    "return.returnless": () => "It need not come back.",
    "return.labelIssued": ({ data }) =>
      `A return label is ready: ${data.carrier ?? ""} ${data.trackingNumber ?? ""}.`,
    "return.instructed": () => "The seller's instructions for sending it back are there.",
    "return.sent": ({ data }) =>
      `On its way back with ${data.carrier ?? "the carrier"}, tracking ${data.trackingNumber ?? ""}.`,
    "return.scanned": ({ data }) => `Parcel scanned${data.place ? ` in ${data.place}` : ""}.`,
    "return.received": () => "The parcel came back to the seller.",
    "return.accepted": () => "Inspected: all of it is accepted.",
    "return.acceptedBySilence": () =>
      "The seller didn't inspect it in time: all of it is accepted.",
    "return.partlyAccepted": ({ amount }) => `Inspected: ${amount} is kept, item by item.`,
    "return.receiptRejected": () => "Inspected: nothing of it is accepted.",
    "return.lost": () =>
      "No scan for too long: the parcel counts as lost. With proof that it was sent, support can decide.",
    "return.expired": () => "The return ended: it wasn't sent in time.",
    "return.escalated": () => "The buyer asked support to rule.",
    "return.completed": () => "The return is complete.",
    "return.closed": ({ data }) => closedBecause.en[data.cause ?? ""] ?? "The return is closed.",
    "return.replaced": ({ data }) => `Order ${data.orderNumber ?? ""} brings it anew, at no cost.`,
    "return.refundInstead": () => "It brings no other item: the money comes back instead.",
    "return.reminder": ({ by }) => `Reminder: the return waits for an answer until ${by}.`,
  },
  "pt-BR": {
    "return.requested": ({ data }) =>
      `${data.askedBy ? `${data.askedBy} pediu pelo comprador` : "Pedido"} para devolver ${data.units ?? "todos"} ${data.units === 1 ? "item" : "itens"}.`,
    "return.approved": () => "A devolução foi aprovada.",
    "return.approvedAtOnce": ({ data }) =>
      `A devolução foi aprovada na hora${settledBy("pt-BR", data.rule)}.`,
    "return.approvedBySilence": () =>
      "O vendedor não respondeu a tempo: a devolução está aprovada.",
    "return.rejected": () => "O vendedor recusou a devolução.",
    "return.canceled": () => "A devolução foi retirada.",
    "return.infoAsked": () => "O vendedor pediu mais informações.",
    "return.infoGiven": () => "O comprador respondeu.",
    "return.offered": ({ amount }) =>
      `O vendedor ofereceu ${amount} de volta para ficar com o item.`,
    "return.offerAccepted": () => "O comprador aceitou a oferta.",
    "return.offerDeclined": () => "O comprador recusou a oferta; a devolução continua.",
    "return.offerLapsed": () => "A oferta venceu; a devolução continua.",
    "return.returnless": () => "Não precisa ser devolvido.",
    "return.labelIssued": ({ data }) =>
      `A etiqueta de devolução está pronta: ${data.carrier ?? ""} ${data.trackingNumber ?? ""}.`,
    "return.instructed": () => "As instruções do vendedor para devolver estão disponíveis.",
    "return.sent": ({ data }) =>
      `A caminho de volta com ${data.carrier ?? "a transportadora"}, rastreio ${data.trackingNumber ?? ""}.`,
    "return.scanned": ({ data }) => `Pacote lido${data.place ? ` em ${data.place}` : ""}.`,
    "return.received": () => "O pacote voltou ao vendedor.",
    "return.accepted": () => "Inspecionado: tudo aceito.",
    "return.acceptedBySilence": () => "O vendedor não inspecionou a tempo: tudo aceito.",
    "return.partlyAccepted": ({ amount }) => `Inspecionado: ${amount} é retido, item por item.`,
    "return.receiptRejected": () => "Inspecionado: nada foi aceito.",
    "return.lost": () =>
      "Sem leitura há tempo demais: o pacote conta como perdido. Com o comprovante de envio, o suporte pode decidir.",
    "return.expired": () => "A devolução terminou: não foi enviada a tempo.",
    "return.escalated": () => "O comprador pediu que o suporte decida.",
    "return.completed": () => "A devolução está concluída.",
    "return.closed": ({ data }) =>
      closedBecause["pt-BR"][data.cause ?? ""] ?? "A devolução está fechada.",
    "return.replaced": ({ data }) =>
      `O pedido ${data.orderNumber ?? ""} traz o novo item, sem custo.`,
    "return.refundInstead": () => "Não traz outro item: o dinheiro volta.",
    "return.reminder": ({ by }) => `Lembrete: a devolução espera uma resposta até ${by}.`,
  },
});
