import { formatMoney, money } from "../money/money.js";
import { formatDate, type Locale } from "../text/locale.js";

/** What an event's sentence may need; each kind uses what it has. */
export interface EventData {
  readonly amountMinor?: number;
  readonly currency?: string;
  readonly promisedBy?: string;
  readonly carrier?: string;
  readonly trackingNumber?: string;
  readonly units?: number;
  readonly rating?: number;
}

interface Say {
  readonly amount: string;
  readonly by: string;
  readonly data: EventData;
}

type Words = Record<EventKind, (say: Say) => string>;

/** Everything that a timeline tells. */
export const eventKinds = [
  "order.placed",
  "order.imported",
  "order.graceEnded",
  "order.processing",
  "order.shipped",
  "order.delivered",
  "order.canceled",
  "cancellation.requested",
  "cancellation.approved",
  "cancellation.approvedAtOnce",
  "cancellation.approvedBySilence",
  "cancellation.rejected",
  "cancellation.withdrawn",
  "cancellation.completed",
  "refund.created",
  "refund.submitted",
  "refund.pending",
  "refund.succeeded",
  "refund.failed",
  "refund.reversed",
  "refund.retried",
  "case.opened",
  "case.message",
  "case.note",
  "case.taken",
  "case.resolved",
  "feedback.given",
] as const;
export type EventKind = (typeof eventKinds)[number];

const en: Words = {
  "order.placed": () => "Bought and paid.",
  "order.imported": () => "Taken over from the earlier system.",
  "order.graceEnded": () => "The grace period ended.",
  "order.processing": () => "The seller started to pack.",
  "order.shipped": ({ data }) =>
    `Handed to ${data.carrier ?? "the carrier"}${data.trackingNumber ? `, tracking ${data.trackingNumber}` : ""}.`,
  "order.delivered": () => "Delivered.",
  "order.canceled": () => "The order is canceled.",
  "cancellation.requested": ({ data }) =>
    `Asked to cancel ${data.units ?? "all"} ${data.units === 1 ? "item" : "items"}.`,
  "cancellation.approved": () => "The cancellation was approved.",
  "cancellation.approvedAtOnce": () =>
    "The cancellation was approved at once, by the shop's policy.",
  "cancellation.approvedBySilence": () =>
    "The seller didn't answer in time: the cancellation is approved.",
  "cancellation.rejected": () => "The seller rejected the cancellation.",
  "cancellation.withdrawn": () => "The request to cancel was taken back.",
  "cancellation.completed": () => "The cancellation is complete.",
  "refund.created": ({ amount, by }) => `A refund of ${amount} is on its way, promised by ${by}.`,
  "refund.submitted": ({ amount }) => `${amount} was sent to the payment provider.`,
  "refund.pending": () => "The payment provider holds the refund for a while.",
  "refund.succeeded": ({ amount }) =>
    `The payment network took ${amount}; it is on its way to the bank.`,
  "refund.failed": () => "The refund failed. Support is on it.",
  "refund.reversed": () => "The bank sent the refund back. Support is on it.",
  "refund.retried": () => "The refund is being tried again.",
  "case.opened": () => "Support was asked for help.",
  "case.message": () => "A new message with support.",
  "case.note": () => "A note among agents.",
  "case.taken": () => "An agent took the case.",
  "case.resolved": () => "Support resolved the case.",
  "feedback.given": ({ data }) => `Feedback: ${data.rating ?? ""} of 5.`,
};

const pt: Words = {
  "order.placed": () => "Comprado e pago.",
  "order.imported": () => "Trazido do sistema anterior.",
  "order.graceEnded": () => "O período de carência terminou.",
  "order.processing": () => "O vendedor começou a embalar.",
  "order.shipped": ({ data }) =>
    `Entregue a ${data.carrier ?? "transportadora"}${data.trackingNumber ? `, rastreio ${data.trackingNumber}` : ""}.`,
  "order.delivered": () => "Entregue.",
  "order.canceled": () => "O pedido está cancelado.",
  "cancellation.requested": ({ data }) =>
    `Pedido para cancelar ${data.units ?? "todos"} ${data.units === 1 ? "item" : "itens"}.`,
  "cancellation.approved": () => "O cancelamento foi aprovado.",
  "cancellation.approvedAtOnce": () =>
    "O cancelamento foi aprovado na hora, pela política da loja.",
  "cancellation.approvedBySilence": () =>
    "O vendedor não respondeu a tempo: o cancelamento está aprovado.",
  "cancellation.rejected": () => "O vendedor recusou o cancelamento.",
  "cancellation.withdrawn": () => "O pedido de cancelamento foi retirado.",
  "cancellation.completed": () => "O cancelamento está concluído.",
  "refund.created": ({ amount, by }) =>
    `Um reembolso de ${amount} está a caminho, prometido até ${by}.`,
  "refund.submitted": ({ amount }) => `${amount} foi enviado ao provedor de pagamento.`,
  "refund.pending": () => "O provedor de pagamento está segurando o reembolso por um tempo.",
  "refund.succeeded": ({ amount }) =>
    `A rede de pagamento recebeu ${amount}; está a caminho do banco.`,
  "refund.failed": () => "O reembolso falhou. O suporte está cuidando disso.",
  "refund.reversed": () => "O banco devolveu o reembolso. O suporte está cuidando disso.",
  "refund.retried": () => "O reembolso está sendo tentado de novo.",
  "case.opened": () => "Foi pedida ajuda ao suporte.",
  "case.message": () => "Nova mensagem com o suporte.",
  "case.note": () => "Uma nota entre atendentes.",
  "case.taken": () => "Um atendente assumiu o caso.",
  "case.resolved": () => "O suporte resolveu o caso.",
  "feedback.given": ({ data }) => `Avaliação: ${data.rating ?? ""} de 5.`,
};

const words: Record<Locale, Words> = { en, "pt-BR": pt };

/** What happened, in a sentence. */
export function eventSentence(
  kind: EventKind,
  data: EventData,
  locale: Locale,
  zone: string,
): string {
  const amount =
    data.amountMinor !== undefined && data.currency !== undefined
      ? formatMoney(money(data.amountMinor, data.currency), locale)
      : "";
  const by = data.promisedBy ? formatDate(new Date(data.promisedBy), locale, zone) : "";
  return words[locale][kind]({ amount, by, data });
}
