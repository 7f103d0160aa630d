import { eventWords } from "./event-words.js";

/** What happens to an order itself. */
export const orderEvents = eventWords({
  en: {
    "order.placed": () => "Bought and paid.",
    "order.imported": () => "Taken over from the earlier system.",
    "order.bought": () => "Bought.",
    "order.ordered": ({ by }) => `Ordered; to be paid by ${by}.`,
    "order.paid": () => "Paid.",
    "order.authorized": () => "The bank holds the amount; it is taken when the seller packs.",
    "order.expired": () => "It wasn't paid in time: the order has ended.",
    "order.graceEnded": () => "The grace period ended.",
    "order.processing": () => "The seller started to pack.",
    "order.shipped": ({ data }) =>
      `Handed to ${data.carrier ?? "the carrier"}${data.trackingNumber ? `, tracking ${data.trackingNumber}` : ""}.`,
    "order.delivered": () => "Delivered.",
    "order.notArrived": ({ by }) =>
      `The buyer says that it didn't arrive. The seller settles it by ${by}.`,
    "order.lost": () => "The parcel counts as lost: the money goes back.",
    "order.completed": () => "The time for returning is over: the order is complete.",
    "order.canceled": () => "The order is canceled.",
    "order.inExchange": ({ data }) => `Made for what came back of order ${data.orderNumber ?? ""}.`,
  },
  "pt-BR": {
    "order.placed": () => "Comprado e pago.",
    "order.imported": () => "Trazido do sistema anterior.",
    "order.bought": () => "Comprado.",
    "order.ordered": ({ by }) => `Pedido feito; a pagar até ${by}.`,
    "order.paid": () => "Pago.",
    "order.authorized": () => "O banco reserva o valor; é cobrado quando o vendedor embala.",
    "order.expired": () => "Não foi pago a tempo: o pedido terminou.",
    "order.graceEnded": () => "O período de carência terminou.",
    "order.processing": () => "O vendedor começou a embalar.",
    "order.shipped": ({ data }) =>
      `Entregue a ${data.carrier ?? "transportadora"}${data.trackingNumber ? `, rastreio ${data.trackingNumber}` : ""}.`,
    "order.delivered": () => "Entregue.",
    "order.notArrived": ({ by }) => `O comprador diz que não chegou. O vendedor resolve até ${by}.`,
    "order.lost": () => "O pacote conta como perdido: o dinheiro volta.",
    "order.completed": () => "O prazo para devolver terminou: o pedido está concluído.",
    "order.canceled": () => "O pedido está cancelado.",
    "order.inExchange": ({ data }) => `Feito pelo que voltou do pedido ${data.orderNumber ?? ""}.`,
  },
});
