import { formatMoney, money } from "../money/money.js";
import { causeWords, knownCause } from "../promise/promise-cause.js";
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
  readonly place?: string;
  /** The number of another order it is about. */
  readonly orderNumber?: string;
  /** Whom a reminder is for. */
  readonly owner?: string;
  /** Why a promise is late, and the day now expected. */
  readonly cause?: string;
  readonly expectedBy?: string;
}

interface Say {
  readonly amount: string;
  readonly by: string;
  /** Why a promise is late, and by when it is expected now. */
  readonly cause: string;
  readonly expected: string;
  readonly data: EventData;
}

type Words = Record<EventKind, (say: Say) => string>;

/** Everything that a timeline tells. */
export const eventKinds = [
  "order.placed",
  "order.imported",
  "order.bought",
  "order.ordered",
  "order.paid",
  "order.authorized",
  "order.expired",
  "payment.captureBegun",
  "payment.captured",
  "payment.captureFailed",
  "payment.voidBegun",
  "payment.voided",
  "payment.voidFailed",
  "payment.cameLate",
  "payment.retried",
  "order.graceEnded",
  "order.processing",
  "order.shipped",
  "order.delivered",
  "order.notArrived",
  "order.lost",
  "order.completed",
  "order.canceled",
  "cancellation.requested",
  "cancellation.approved",
  "cancellation.approvedAtOnce",
  "cancellation.approvedBySilence",
  "cancellation.rejected",
  "cancellation.withdrawn",
  "cancellation.completed",
  "refund.created",
  "refund.approvalAsked",
  "refund.approvalReminder",
  "refund.approved",
  "refund.declined",
  "refund.approvalExpired",
  "refund.canceled",
  "refund.callingOff",
  "refund.calledOff",
  "refund.stopped",
  "refund.resumed",
  "refund.submitted",
  "refund.pending",
  "refund.succeeded",
  "refund.failed",
  "refund.reversed",
  "refund.retried",
  "refund.traced",
  "refund.actionNeeded",
  "refund.actionReminder",
  "refund.detailsGiven",
  "refund.creditChosen",
  "refund.credited",
  "refund.transferChosen",
  "refund.transferred",
  "refund.transferFailed",
  "refund.paidTwice",
  "refund.transferredTwice",
  "chargeback.warned",
  "chargeback.opened",
  "chargeback.underReview",
  "chargeback.won",
  "chargeback.lost",
  "chargeback.closed",
  "refund.heldByChargeback",
  "refund.paidByBank",
  "refund.closedAsPaidByBank",
  "case.opened",
  "case.message",
  "case.note",
  "case.taken",
  "case.resolved",
  "cancellation.escalated",
  "cancellation.closed",
  "cancellation.superseded",
  "cancellation.declaredWithdrawal",
  "return.requested",
  "return.approved",
  "return.approvedAtOnce",
  "return.approvedBySilence",
  "return.rejected",
  "return.canceled",
  "return.infoAsked",
  "return.infoGiven",
  "return.offered",
  "return.offerAccepted",
  "return.offerDeclined",
  "return.offerLapsed",
  "return.returnless",
  "return.labelIssued",
  "return.instructed",
  "return.sent",
  "return.scanned",
  "return.received",
  "return.accepted",
  "return.acceptedBySilence",
  "return.partlyAccepted",
  "return.receiptRejected",
  "return.lost",
  "return.expired",
  "return.escalated",
  "return.completed",
  "return.closed",
  "return.replaced",
  "return.refundInstead",
  "order.inExchange",
  "dispute.opened",
  "dispute.answered",
  "dispute.decidedForBuyer",
  "dispute.decidedForSeller",
  "dispute.split",
  "dispute.appealed",
  "dispute.final",
  "cancellation.bySeller",
  "cancellation.reminder",
  "return.reminder",
  "refund.atRisk",
  "refund.late",
  "case.late",
  "feedback.given",
  "feedback.edited",
  "feedback.answered",
] as const;
export type EventKind = (typeof eventKinds)[number];

const en: Words = {
  "order.placed": () => "Bought and paid.",
  "order.bought": () => "Bought.",
  "order.ordered": ({ by }) => `Ordered; to be paid by ${by}.`,
  "order.paid": () => "Paid.",
  "order.authorized": () => "The bank holds the amount; it is taken when the seller packs.",
  "order.expired": () => "It wasn't paid in time: the order has ended.",
  "payment.captureBegun": ({ amount }) => `${amount} is being taken.`,
  "payment.captured": ({ amount }) => `${amount} was taken.`,
  "payment.captureFailed": ({ by }) => `The bank didn't pay. To be paid again by ${by}.`,
  "payment.voidBegun": () => "The payment is being given back to the bank.",
  "payment.voided": () => "The bank let go of the payment: nothing was charged.",
  "payment.voidFailed": () => "The payment could not be given back to the bank. Support is on it.",
  "payment.cameLate": ({ amount }) =>
    `${amount} came when nothing was to be paid any more; it goes back.`,
  "payment.retried": () => "The payment is being tried again.",
  "order.imported": () => "Taken over from the earlier system.",
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
  "refund.approvalAsked": ({ amount, by }) =>
    `A refund of ${amount} is being looked at before it is made; the answer comes by ${by}.`,
  "refund.approvalReminder": ({ amount, by }) =>
    `Reminder: a refund of ${amount} waits for a second person until ${by}; unanswered, it isn't made.`,
  "refund.approved": ({ amount, by }) => `A refund of ${amount} was approved, promised by ${by}.`,
  "refund.declined": ({ amount }) => `A refund of ${amount} was not approved; it isn't made.`,
  "refund.approvalExpired": ({ amount }) =>
    `A refund of ${amount} was not answered in time; it isn't made.`,
  "refund.canceled": ({ amount }) => `A refund of ${amount} was taken back before it was sent.`,
  "refund.callingOff": ({ amount }) =>
    `Support calls a refund of ${amount} off, as agreed with the buyer.`,
  "refund.calledOff": ({ amount }) => `A refund of ${amount} was called off; it isn't made.`,
  "refund.stopped": ({ amount, by }) =>
    `Refunds are paused while something is being checked; ${amount} goes on by itself, by ${by} at the latest.`,
  "refund.resumed": ({ amount }) => `The pause is over: ${amount} goes on.`,
  "refund.submitted": ({ amount }) => `${amount} was sent to the payment provider.`,
  "refund.pending": () => "The payment provider holds the refund for a while.",
  "refund.succeeded": ({ amount }) =>
    `The payment network took ${amount}; it is on its way to the bank.`,
  "refund.failed": () => "The refund failed. Support is on it.",
  "refund.reversed": () => "The bank sent the refund back. Support is on it.",
  "refund.retried": () => "The refund is being tried again.",
  "refund.traced": () => "The network gave the refund a reference that the bank can look up.",
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
  "chargeback.warned": ({ amount }) => `The buyer asked their bank about ${amount} of the payment.`,
  "chargeback.opened": ({ amount, by }) =>
    `The buyer's bank took ${amount} of the payment back${by ? `; evidence is heard until ${by}` : ""}.`,
  "chargeback.underReview": () => "The bank has the evidence and decides.",
  "chargeback.won": ({ amount }) => `The bank decided for the shop: ${amount} came back.`,
  "chargeback.lost": ({ amount }) => `The bank decided for the buyer: they keep ${amount}.`,
  "chargeback.closed": () => "The question to the bank was closed; no money moved.",
  "refund.heldByChargeback": ({ by }) =>
    `The refund waits: the payment is disputed at the buyer's bank${by ? `, which decides by ${by}` : ""}.`,
  "refund.paidByBank": () =>
    "The refund waits: the buyer's bank has paid the buyer, so that it would be paid twice.",
  "refund.closedAsPaidByBank": ({ amount }) =>
    `${amount || "The rest"} of the refund was closed, since the buyer's bank has paid it.`,
  "refund.transferredTwice": ({ amount }) =>
    `${amount} reached the buyer's account after all, though it was paid otherwise. Support looks into it.`,
  "refund.paidTwice": ({ amount }) =>
    `${amount} reached the original payment after all, though it was paid otherwise. Support looks into it.`,
  "case.opened": () => "Support was asked for help.",
  "case.message": () => "A new message with support.",
  "case.note": () => "A note among agents.",
  "case.taken": () => "An agent took the case.",
  "case.resolved": () => "Support resolved the case.",
  "cancellation.escalated": () => "The buyer asked support to look at the rejection.",
  "cancellation.superseded": () =>
    "The parcel had left already: return it once it has arrived, or refuse it at the door.",
  "cancellation.closed": () => "The rejection stands; the cancellation is closed.",
  "cancellation.declaredWithdrawal": () => "The buyer declared their withdrawal from the contract.",
  "return.requested": ({ data }) =>
    `Asked to return ${data.units ?? "all"} ${data.units === 1 ? "item" : "items"}.`,
  "return.approved": () => "The return was approved.",
  "return.approvedAtOnce": () => "The return was approved at once, by the rules.",
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
  "return.acceptedBySilence": () => "The seller didn't inspect it in time: all of it is accepted.",
  "return.partlyAccepted": ({ amount }) => `Inspected: ${amount} is kept, item by item.`,
  "return.receiptRejected": () => "Inspected: nothing of it is accepted.",
  "return.lost": () => "No scan for too long: the parcel counts as lost.",
  "return.expired": () => "The return ended: it wasn't sent in time.",
  "return.escalated": () => "The buyer asked support to rule.",
  "return.completed": () => "The return is complete.",
  "return.closed": () => "The return is closed.",
  "return.replaced": ({ data }) => `Order ${data.orderNumber ?? ""} brings it anew, at no cost.`,
  "return.refundInstead": () => "It brings no other item: the money comes back instead.",
  "order.inExchange": ({ data }) => `Made for what came back of order ${data.orderNumber ?? ""}.`,
  "dispute.opened": () => "A dispute was opened; the seller is asked to answer.",
  "dispute.answered": () => "The seller answered the dispute.",
  "dispute.decidedForBuyer": () => "Decided for the buyer.",
  "dispute.decidedForSeller": () => "Decided for the seller.",
  "dispute.split": ({ amount }) => `Decided: ${amount} goes back to the buyer.`,
  "dispute.appealed": () => "The ruling was appealed.",
  "dispute.final": () => "The ruling is final.",
  "cancellation.bySeller": ({ data }) =>
    `The seller canceled ${data.units ?? "all"} ${data.units === 1 ? "item" : "items"}.`,
  "cancellation.reminder": ({ by }) => `Reminder: the cancellation is to be decided by ${by}.`,
  "return.reminder": ({ by }) => `Reminder: the return waits for an answer until ${by}.`,
  "refund.atRisk": ({ by, cause }) => `The promise of ${by} is at risk: ${cause}.`,
  "refund.late": ({ by, cause, expected }) =>
    `The refund was promised by ${by}, and that was not kept: ${cause}. We are sorry. It is now expected by ${expected}.`,
  "case.late": ({ by, cause, expected }) =>
    `An answer was promised by ${by}, and that was not kept: ${cause}. We are sorry. It is now expected by ${expected}.`,
  "feedback.given": ({ data }) => `Feedback: ${data.rating ?? ""} of 5.`,
  "feedback.edited": ({ data }) => `Feedback changed: ${data.rating ?? ""} of 5.`,
  "feedback.answered": () => "The seller answered the feedback.",
};

const pt: Words = {
  "order.placed": () => "Comprado e pago.",
  "order.bought": () => "Comprado.",
  "order.ordered": ({ by }) => `Pedido feito; a pagar até ${by}.`,
  "order.paid": () => "Pago.",
  "order.authorized": () => "O banco reserva o valor; é cobrado quando o vendedor embala.",
  "order.expired": () => "Não foi pago a tempo: o pedido terminou.",
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
  "order.imported": () => "Trazido do sistema anterior.",
  "order.graceEnded": () => "O período de carência terminou.",
  "order.processing": () => "O vendedor começou a embalar.",
  "order.shipped": ({ data }) =>
    `Entregue a ${data.carrier ?? "transportadora"}${data.trackingNumber ? `, rastreio ${data.trackingNumber}` : ""}.`,
  "order.delivered": () => "Entregue.",
  "order.notArrived": ({ by }) => `O comprador diz que não chegou. O vendedor resolve até ${by}.`,
  "order.lost": () => "O pacote conta como perdido: o dinheiro volta.",
  "order.completed": () => "O prazo para devolver terminou: o pedido está concluído.",
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
  "refund.approvalAsked": ({ amount, by }) =>
    `Um reembolso de ${amount} está sendo analisado antes de ser feito; a resposta vem até ${by}.`,
  "refund.approvalReminder": ({ amount, by }) =>
    `Lembrete: um reembolso de ${amount} espera uma segunda pessoa até ${by}; sem resposta, não é feito.`,
  "refund.approved": ({ amount, by }) =>
    `Um reembolso de ${amount} foi aprovado, prometido até ${by}.`,
  "refund.declined": ({ amount }) => `Um reembolso de ${amount} não foi aprovado; ele não é feito.`,
  "refund.approvalExpired": ({ amount }) =>
    `Um reembolso de ${amount} não foi respondido a tempo; ele não é feito.`,
  "refund.canceled": ({ amount }) => `Um reembolso de ${amount} foi retirado antes de ser enviado.`,
  "refund.callingOff": ({ amount }) =>
    `O suporte cancela um reembolso de ${amount}, como combinado com o comprador.`,
  "refund.calledOff": ({ amount }) => `Um reembolso de ${amount} foi cancelado; não será feito.`,
  "refund.stopped": ({ amount, by }) =>
    `Os reembolsos estão em pausa enquanto algo é verificado; ${amount} continua sozinho, até ${by} no máximo.`,
  "refund.resumed": ({ amount }) => `A pausa terminou: ${amount} continua.`,
  "refund.submitted": ({ amount }) => `${amount} foi enviado ao provedor de pagamento.`,
  "refund.pending": () => "O provedor de pagamento está segurando o reembolso por um tempo.",
  "refund.succeeded": ({ amount }) =>
    `A rede de pagamento recebeu ${amount}; está a caminho do banco.`,
  "refund.failed": () => "O reembolso falhou. O suporte está cuidando disso.",
  "refund.reversed": () => "O banco devolveu o reembolso. O suporte está cuidando disso.",
  "refund.retried": () => "O reembolso está sendo tentado de novo.",
  "refund.traced": () => "A rede deu ao reembolso uma referência que o banco pode consultar.",
  "refund.actionNeeded": ({ by }) =>
    `O banco precisa de uma conta para enviar o reembolso. Ela pode ser informada até ${by}.`,
  "refund.actionReminder": ({ by }) => `Lembrete: o reembolso espera os dados bancários até ${by}.`,
  "refund.detailsGiven": () => "Os dados bancários foram informados; o reembolso continua.",
  "refund.creditChosen": ({ amount }) => `O comprador escolheu ${amount} de crédito na loja.`,
  "refund.credited": ({ amount }) => `${amount} entrou como crédito na loja.`,
  "refund.transferChosen": ({ amount }) =>
    `O comprador pediu ${amount} por transferência bancária.`,
  "refund.transferred": ({ amount }) => `O banco recebeu ${amount} para a conta do comprador.`,
  "refund.transferFailed": () => "A transferência bancária falhou. Outra forma pode ser escolhida.",
  "chargeback.warned": ({ amount }) =>
    `O comprador perguntou ao banco sobre ${amount} do pagamento.`,
  "chargeback.opened": ({ amount, by }) =>
    `O banco do comprador retirou ${amount} do pagamento${by ? `; a defesa é aceita até ${by}` : ""}.`,
  "chargeback.underReview": () => "O banco recebeu a defesa e decide.",
  "chargeback.won": ({ amount }) => `O banco decidiu pela loja: ${amount} voltaram.`,
  "chargeback.lost": ({ amount }) => `O banco decidiu pelo comprador: ele fica com ${amount}.`,
  "chargeback.closed": () => "A pergunta ao banco foi encerrada; nenhum dinheiro se moveu.",
  "refund.heldByChargeback": ({ by }) =>
    `O reembolso espera: o pagamento está contestado no banco do comprador${by ? `, que decide até ${by}` : ""}.`,
  "refund.paidByBank": () =>
    "O reembolso espera: o banco já pagou ao comprador, e assim seria pago duas vezes.",
  "refund.closedAsPaidByBank": ({ amount }) =>
    `${amount || "O restante"} do reembolso foi fechado, pois o banco do comprador já pagou.`,
  "refund.transferredTwice": ({ amount }) =>
    `${amount} chegou à conta do comprador afinal, embora já pago de outra forma. O suporte verifica.`,
  "refund.paidTwice": ({ amount }) =>
    `${amount} chegou afinal ao pagamento original, embora pago de outra forma. O suporte está vendo.`,
  "case.opened": () => "Foi pedida ajuda ao suporte.",
  "case.message": () => "Nova mensagem com o suporte.",
  "case.note": () => "Uma nota entre atendentes.",
  "case.taken": () => "Um atendente assumiu o caso.",
  "case.resolved": () => "O suporte resolveu o caso.",
  "cancellation.escalated": () => "O comprador pediu que o suporte veja a recusa.",
  "cancellation.superseded": () =>
    "O pacote já tinha saído: devolva quando chegar, ou recuse na entrega.",
  "cancellation.closed": () => "A recusa vale; o cancelamento está fechado.",
  "cancellation.declaredWithdrawal": () => "O comprador declarou a desistência do contrato.",
  "return.requested": ({ data }) =>
    `Pedido para devolver ${data.units ?? "todos"} ${data.units === 1 ? "item" : "itens"}.`,
  "return.approved": () => "A devolução foi aprovada.",
  "return.approvedAtOnce": () => "A devolução foi aprovada na hora, pelas regras.",
  "return.approvedBySilence": () => "O vendedor não respondeu a tempo: a devolução está aprovada.",
  "return.rejected": () => "O vendedor recusou a devolução.",
  "return.canceled": () => "A devolução foi retirada.",
  "return.infoAsked": () => "O vendedor pediu mais informações.",
  "return.infoGiven": () => "O comprador respondeu.",
  "return.offered": ({ amount }) => `O vendedor ofereceu ${amount} de volta para ficar com o item.`,
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
  "return.lost": () => "Sem leitura há tempo demais: o pacote conta como perdido.",
  "return.expired": () => "A devolução terminou: não foi enviada a tempo.",
  "return.escalated": () => "O comprador pediu que o suporte decida.",
  "return.completed": () => "A devolução está concluída.",
  "return.closed": () => "A devolução está fechada.",
  "return.replaced": ({ data }) =>
    `O pedido ${data.orderNumber ?? ""} traz o novo item, sem custo.`,
  "return.refundInstead": () => "Não traz outro item: o dinheiro volta.",
  "order.inExchange": ({ data }) => `Feito pelo que voltou do pedido ${data.orderNumber ?? ""}.`,
  "dispute.opened": () => "Uma disputa foi aberta; o vendedor deve responder.",
  "dispute.answered": () => "O vendedor respondeu à disputa.",
  "dispute.decidedForBuyer": () => "Decidido a favor do comprador.",
  "dispute.decidedForSeller": () => "Decidido a favor do vendedor.",
  "dispute.split": ({ amount }) => `Decidido: ${amount} volta ao comprador.`,
  "dispute.appealed": () => "Houve recurso da decisão.",
  "dispute.final": () => "A decisão é final.",
  "cancellation.bySeller": ({ data }) =>
    `O vendedor cancelou ${data.units ?? "todos"} ${data.units === 1 ? "item" : "itens"}.`,
  "cancellation.reminder": ({ by }) => `Lembrete: o cancelamento deve ser decidido até ${by}.`,
  "return.reminder": ({ by }) => `Lembrete: a devolução espera uma resposta até ${by}.`,
  "refund.atRisk": ({ by, cause }) => `A promessa de ${by} está em risco: ${cause}.`,
  "refund.late": ({ by, cause, expected }) =>
    `O reembolso foi prometido até ${by}, e isso não foi cumprido: ${cause}. Pedimos desculpas. Agora é esperado até ${expected}.`,
  "case.late": ({ by, cause, expected }) =>
    `Uma resposta foi prometida até ${by}, e isso não foi cumprido: ${cause}. Pedimos desculpas. Agora é esperada até ${expected}.`,
  "feedback.given": ({ data }) => `Avaliação: ${data.rating ?? ""} de 5.`,
  "feedback.edited": ({ data }) => `Avaliação alterada: ${data.rating ?? ""} de 5.`,
  "feedback.answered": () => "O vendedor respondeu à avaliação.",
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
  const expected = data.expectedBy ? formatDate(new Date(data.expectedBy), locale, zone) : "";
  const why = knownCause(data.cause);
  const cause = why ? causeWords(why, locale) : "";
  return words[locale][kind]({ amount, by, cause, expected, data });
}
