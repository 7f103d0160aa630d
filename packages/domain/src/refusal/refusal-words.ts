import { mattersInWords } from "../case/open-matters.js";
import { fairUseSentence } from "../fair-use/fair-use-words.js";
import { formatMoney, money } from "../money/money.js";
import { bankFieldWords } from "../repayment/bank-field-words.js";
import type { NoWithdrawalReason } from "../rights/buyer-right.js";
import { formatInstant, formatUntil, type Locale, type Zone } from "../text/locale.js";
import { exemptionWords } from "./exemption-words.js";
import { fieldName } from "./field-words.js";
import { neededWords } from "./person-words.js";
import type { InputProblem, QuoteStaleReason, Refusal } from "./refusal.js";
import { stateSentence } from "./state-words.js";

type ByKind = {
  readonly [K in Refusal["kind"]]: (refusal: Extract<Refusal, { kind: K }>, zone: Zone) => string;
};

const problemEn: Record<InputProblem, (most?: number) => string> = {
  EMPTY: () => "it is empty",
  TOO_LONG: (most) => `it is longer than ${most ?? 0} characters`,
  NOT_AN_ID: () => "it is not an id",
  OUT_OF_RANGE: (most) =>
    most === undefined ? "it is too low or too high" : `it must be between 1 and ${most}`,
  UNKNOWN_VALUE: () => "this value is unknown",
  NOTHING_CHANGES: () => "nothing would change",
  TWICE: () => "it is named twice",
};
const problemPt: Record<InputProblem, (most?: number) => string> = {
  EMPTY: () => "falta preencher",
  TOO_LONG: (most) => `tem mais de ${most ?? 0} caracteres`,
  NOT_AN_ID: () => "não é um identificador",
  OUT_OF_RANGE: (most) =>
    most === undefined ? "fica abaixo ou acima do possível" : `deve estar entre 1 e ${most}`,
  UNKNOWN_VALUE: () => "este valor é desconhecido",
  NOTHING_CHANGES: () => "nada mudaria",
  TWICE: () => "aparece duas vezes",
};
const staleEn: Record<QuoteStaleReason, string> = {
  EXPIRED: "This quote has expired.",
  USED: "This quote was already used.",
  CHANGED: "The order has changed since this quote was made.",
  UNKNOWN: "There is no such quote for you.",
};
const stalePt: Record<QuoteStaleReason, string> = {
  EXPIRED: "Este orçamento expirou.",
  USED: "Este orçamento já foi usado.",
  CHANGED: "O pedido mudou desde este orçamento.",
  UNKNOWN: "Não há este orçamento para você.",
};

const noWithdrawalEn: Record<NoWithdrawalReason, string> = {
  NO_LAW: "The law where this order goes gives no right to withdraw from a purchase.",
  EXEMPT: "The law gives no right to withdraw from these goods.",
  NOTHING_LEFT: "Everything of this order was canceled or returned already.",
  OVER: "The time that the law gives to withdraw from this purchase is over.",
};
const noWithdrawalPt: Record<NoWithdrawalReason, string> = {
  NO_LAW: "A lei do destino deste pedido não dá direito de desistir da compra.",
  EXEMPT: "A lei não dá direito de desistir da compra destes produtos.",
  NOTHING_LEFT: "Tudo deste pedido já foi cancelado ou devolvido.",
  OVER: "O prazo que a lei dá para desistir desta compra terminou.",
};

const en: ByKind = {
  AlreadyShipped: ({ shippedAt, trackingNumber }, zone) =>
    `It was shipped${shippedAt ? ` on ${formatInstant(shippedAt, "en", zone)}` : ""}${trackingNumber ? ` (tracking ${trackingNumber})` : ""}, so it can't be canceled any more.`,
  AlreadyCanceled: () => "It is already canceled.",
  CancellationWindowOver: ({ endedAt, windowHours }, zone) =>
    `This shop's time for cancelling, ${windowHours} hours after the purchase, ended on ${formatUntil(endedAt, "en", zone)}.`,
  CancellationNotOffered: () => "This shop does not offer cancelling at this stage of the order.",
  CancellationAlreadyOpen: ({ respondBy, withSupport }, zone) =>
    withSupport
      ? "Support is deciding about a cancellation of these units."
      : `There is already a request for these units${respondBy ? `; the seller answers by ${formatUntil(respondBy, "en", zone)}` : ""}.`,
  UnitsNotAvailable: ({ asked, available }) =>
    `You asked for ${asked}, but ${available} can be canceled.`,
  FairUseLimitReached: (refusal, zone) => fairUseSentence(refusal, "en", zone),
  ReasonRequired: () => "This shop asks for a reason. Please choose one.",
  ReasonUnknown: ({ given }) =>
    `"${given}" is not one of this shop's reasons. Please choose one of the list.`,
  NoteRequired: () => "Please add a few words: this reason needs them.",
  QuoteStale: ({ why, newQuoteId }) => `${staleEn[why]}${newQuoteId ? " Here is a new one." : ""}`,
  LinesCanceled: ({ canceledAt }, zone) =>
    `These units were canceled${canceledAt ? ` on ${formatInstant(canceledAt, "en", zone)}` : ""}. Don't ship them.`,
  LinesHeldByCancellation: () =>
    "The buyer asked to cancel these units. Decide the request before you ship.",
  PaymentNotTaken: ({ dueBy }, zone) =>
    dueBy
      ? `The buyer's bank didn't pay, so it must not leave yet. The buyer can pay until ${formatUntil(dueBy, "en", zone)}.`
      : "The payment is not taken yet. It is taken when you start packing.",
  NotInThisState: ({ machine, state }) => stateSentence(machine, state, "en"),
  AmountAboveRefundable: ({ askedMinor, refundableMinor, currency }) =>
    `${formatMoney(money(askedMinor, currency), "en")} is more than is possible here: ${formatMoney(money(refundableMinor, currency), "en")} at most.`,
  NothingToRefund: ({ capturedMinor, currency, ...where }) => {
    const say = (minor: number) => formatMoney(money(minor, currency), "en");
    const also = (minor: number, what: string) => (minor > 0 ? `, and ${say(minor)} ${what}` : "");
    const held = also(where.heldMinor, "is held for open requests");
    const atBank = also(where.chargedBackMinor, "was taken back by the buyer's bank");
    return capturedMinor === 0
      ? "No money was taken for this order, so there is none to give back."
      : `Nothing is left to refund: of ${say(capturedMinor)} paid, ${say(where.refundReservedMinor)} went back or is on its way${held}${atBank}.`;
  },
  LimitNotSet: ({ currency }) =>
    `No refund limit is set for ${currency}. An administrator of the marketplace has to set one first.`,
  SecondPersonNeeded: ({ why, amountMinor, limitMinor, currency }) =>
    why === "SAME_PERSON"
      ? "You asked for this refund yourself, so somebody else has to answer."
      : `This refund is ${formatMoney(money(amountMinor, currency), "en")}; you may answer for up to ${formatMoney(money(limitMinor ?? 0, currency), "en")}.`,
  OrderChanged: () =>
    "Something happened to this order since you looked at it. Nothing was done: look at what changed, then confirm again.",
  VersionConflict: () =>
    "Something happened in this case since you looked at it. Nothing was sent: look at what changed, then send again.",
  AlreadyAssigned: ({ assigneeName }) => `${assigneeName} has this already.`,
  MattersOpen: ({ matters }) =>
    `Still open on this order: ${mattersInWords(matters, "en")}. The case can't be resolved yet.`,
  BankDetailsUnusable: ({ field }) => bankFieldWords.en[field] ?? "Please check the bank details.",
  PayoutNotOffered: ({ offered }) =>
    offered.length === 0
      ? "There is nothing to choose for this refund right now: it is under way or already paid."
      : "This way is not offered for this refund. Please choose one of those shown.",
  PayoutOfferChanged: ({ creditMinor, currency }) =>
    `The offer has changed: it is ${formatMoney(money(creditMinor, currency), "en")} of store credit now.`,
  RefundHeld: ({ why, until }, zone) => {
    const date = until ? formatUntil(until, "en", zone) : "";
    if (why === "STOPPED") return `Refunds are paused here until ${date}; nothing was done.`;
    return why === "CHARGEBACK_OPEN"
      ? `The payment is disputed at the buyer's bank, which decides by ${date}; nothing was done.`
      : "The buyer's bank has paid the buyer of this payment: more would be paid twice.";
  },
  TermsChanged: () =>
    "Somebody published other terms since you looked. Nothing was done: look at what they say, then publish again.",
  TermsTooEarly: ({ earliest }, zone) =>
    `Terms can't begin in the past, or before others that were announced: from ${formatInstant(earliest, "en", zone)} at the earliest.`,
  DeliveryNotLate: ({ expectedBy }, zone) =>
    `It may still arrive: it is expected by ${formatUntil(expectedBy, "en", zone)}.`,
  ReturnNotYet: () => "It hasn't arrived yet, so there is nothing to send back.",
  ReturnWindowOver: ({ endedAt, windowDays }, zone) =>
    `The time for returning it, ${windowDays} days after delivery, ended on ${formatUntil(endedAt, "en", zone)}.`,
  ReturnNotOffered: ({ category, exemption }) =>
    `${category}: this can only be returned if something is wrong with it, since ${exemptionWords.en[exemption]}.`,
  ExchangeNotOffered: ({ wanted }) =>
    wanted === "EXCHANGE"
      ? "This shop doesn't exchange for another variant."
      : "This shop doesn't replace it for this reason.",
  ReturnAlreadyOpen: () => "There is already a return for these units.",
  NothingToReturn: () => "Everything of this order was canceled or returned already.",
  EvidenceRequired: ({ photosNeeded }) =>
    `Please add ${photosNeeded === 1 ? "a photo" : `${photosNeeded} photos`}: this reason needs it.`,
  TrackingNumberUnusable: ({ carrier, example }) =>
    `This is not a ${carrier} tracking number. Enter the one on your receipt, for example ${example}.`,
  AppealWindowOver: ({ endedAt }, zone) =>
    `The time for bringing this to support ended on ${formatUntil(endedAt, "en", zone)}.`,
  WithdrawalNotPossible: ({ why }) => noWithdrawalEn[why],
  PolicyUnusable: ({ problems }) =>
    `This policy can't be published: ${problems.map(({ clause, problem }) => `${clause} must be ${problem}`).join("; ")}.`,
  PolicyBelowFloor: ({ breaches }) =>
    `This policy gives buyers less than they are due: ${breaches.map(({ clause, needed, source }) => `${clause}: ${needed.en} (${source})`).join(" ")}`,
  FeedbackNotYet: () => "You can leave feedback once your money has been sent back.",
  FeedbackAlreadyGiven: () => "You have already left feedback for this order. Thank you!",
  ApprovalRequired: ({ until }, zone) =>
    `A second person has to approve this. It waits under Approvals until ${formatInstant(until, "en", zone)}.`,
  PersonNotAllowed: ({ needed }) => `This needs ${neededWords(needed, "en")}.`,
  NotFound: ({ what }) => `There is no such ${what}, or it isn't yours to see.`,
  InvalidInput: ({ field, problem, most }) =>
    `Please check ${fieldName(field, "en")}: ${problemEn[problem](most)}.`,
  ProviderSilent: ({ provider }) =>
    `The payment provider ${provider} gave no certain answer. Nothing was changed; try again in some minutes.`,
  IdempotencyConflict: () => "This idempotency key was already used for something else.",
  IdempotencyInProgress: () => "The first call with this idempotency key is still under way.",
  Busy: () =>
    "Somebody else is changing this right now. Nothing was changed. Try again in a moment.",
};

const pt: ByKind = {
  AlreadyShipped: ({ shippedAt, trackingNumber }, zone) =>
    `Foi enviado${shippedAt ? ` em ${formatInstant(shippedAt, "pt-BR", zone)}` : ""}${trackingNumber ? ` (rastreio ${trackingNumber})` : ""} e não pode mais ser cancelado.`,
  AlreadyCanceled: () => "Já está cancelado.",
  CancellationWindowOver: ({ endedAt, windowHours }, zone) =>
    `O prazo desta loja para cancelar, ${windowHours} horas após a compra, terminou em ${formatUntil(endedAt, "pt-BR", zone)}.`,
  CancellationNotOffered: () => "Esta loja não oferece cancelamento nesta etapa do pedido.",
  CancellationAlreadyOpen: ({ respondBy, withSupport }, zone) =>
    withSupport
      ? "O suporte está decidindo sobre um cancelamento destas unidades."
      : `Já há um pedido de cancelamento para estas unidades${respondBy ? `; o vendedor responde até ${formatUntil(respondBy, "pt-BR", zone)}` : ""}.`,
  UnitsNotAvailable: ({ asked, available }) =>
    `Você pediu ${asked}, mas ${available} podem ser canceladas.`,
  FairUseLimitReached: (refusal, zone) => fairUseSentence(refusal, "pt-BR", zone),
  ReasonRequired: () => "Esta loja pede um motivo. Escolha um, por favor.",
  ReasonUnknown: ({ given }) => `"${given}" não é um dos motivos desta loja. Escolha um da lista.`,
  NoteRequired: () => "Escreva algumas palavras: este motivo precisa delas.",
  QuoteStale: ({ why, newQuoteId }) => `${stalePt[why]}${newQuoteId ? " Aqui está um novo." : ""}`,
  LinesCanceled: ({ canceledAt }, zone) =>
    `Estas unidades foram canceladas${canceledAt ? ` em ${formatInstant(canceledAt, "pt-BR", zone)}` : ""}. Não envie.`,
  LinesHeldByCancellation: () =>
    "O comprador pediu o cancelamento destas unidades. Decida o pedido antes de enviar.",
  PaymentNotTaken: ({ dueBy }, zone) =>
    dueBy
      ? `O banco do comprador não pagou, então ainda não pode sair. Pode ser pago até ${formatUntil(dueBy, "pt-BR", zone)}.`
      : "O pagamento ainda não foi cobrado. Ele é cobrado quando você começa a embalar.",
  NotInThisState: ({ machine, state }) => stateSentence(machine, state, "pt-BR"),
  AmountAboveRefundable: ({ askedMinor, refundableMinor, currency }) =>
    `${formatMoney(money(askedMinor, currency), "pt-BR")} é mais do que é possível aqui: no máximo ${formatMoney(money(refundableMinor, currency), "pt-BR")}.`,
  NothingToRefund: ({ capturedMinor, currency, ...where }) => {
    const say = (minor: number) => formatMoney(money(minor, currency), "pt-BR");
    const also = (minor: number, what: string) => (minor > 0 ? `, e ${say(minor)} ${what}` : "");
    const held = also(where.heldMinor, "estão reservados para pedidos abertos");
    const atBank = also(where.chargedBackMinor, "voltaram pelo banco do comprador");
    return capturedMinor === 0
      ? "Nada foi cobrado neste pedido, então não há o que devolver."
      : `Não resta nada a reembolsar: de ${say(capturedMinor)} pagos, ${say(where.refundReservedMinor)} já voltaram ou estão a caminho${held}${atBank}.`;
  },
  LimitNotSet: ({ currency }) =>
    `Não há limite de reembolso definido para ${currency}. Um administrador do marketplace precisa definir um antes.`,
  SecondPersonNeeded: ({ why, amountMinor, limitMinor, currency }) =>
    why === "SAME_PERSON"
      ? "Você mesmo pediu este reembolso; outra pessoa precisa responder."
      : `Este reembolso é de ${formatMoney(money(amountMinor, currency), "pt-BR")}; você pode responder por até ${formatMoney(money(limitMinor ?? 0, currency), "pt-BR")}.`,
  OrderChanged: () =>
    "Algo aconteceu com este pedido desde que você o viu. Nada foi feito: veja o que mudou e confirme de novo.",
  VersionConflict: () =>
    "Algo aconteceu neste caso desde que você o viu. Nada foi enviado: veja o que mudou e envie de novo.",
  AlreadyAssigned: ({ assigneeName }) => `Isto já está com ${assigneeName}.`,
  MattersOpen: ({ matters }) =>
    `Ainda em aberto neste pedido: ${mattersInWords(matters, "pt-BR")}. O caso ainda não pode ser resolvido.`,
  BankDetailsUnusable: ({ field }) =>
    bankFieldWords["pt-BR"][field] ?? "Confira os dados bancários.",
  PayoutNotOffered: ({ offered }) =>
    offered.length === 0
      ? "Não há o que escolher para este reembolso agora: está em andamento ou já foi pago."
      : "Esta forma não é oferecida para este reembolso. Escolha uma das mostradas.",
  PayoutOfferChanged: ({ creditMinor, currency }) =>
    `A oferta mudou: agora são ${formatMoney(money(creditMinor, currency), "pt-BR")} de crédito na loja.`,
  RefundHeld: ({ why, until }, zone) => {
    const date = until ? formatUntil(until, "pt-BR", zone) : "";
    if (why === "STOPPED") return `Os reembolsos estão em pausa aqui até ${date}; nada foi feito.`;
    return why === "CHARGEBACK_OPEN"
      ? `O pagamento está contestado no banco do comprador, que decide até ${date}; nada foi feito.`
      : "O banco do comprador já pagou ao comprador este pagamento: mais seria pago duas vezes.";
  },
  TermsChanged: () =>
    "Alguém publicou outras condições desde que você olhou. Nada foi feito: veja o que dizem e publique de novo.",
  TermsTooEarly: ({ earliest }, zone) =>
    `Condições não podem começar no passado nem antes de outras já anunciadas: no mínimo a partir de ${formatInstant(earliest, "pt-BR", zone)}.`,
  DeliveryNotLate: ({ expectedBy }, zone) =>
    `Ainda pode chegar: a previsão é até ${formatUntil(expectedBy, "pt-BR", zone)}.`,
  ReturnNotYet: () => "Ainda não chegou, então não há o que devolver.",
  ReturnWindowOver: ({ endedAt, windowDays }, zone) =>
    `O prazo para devolver, ${windowDays} dias após a entrega, terminou em ${formatUntil(endedAt, "pt-BR", zone)}.`,
  ReturnNotOffered: ({ category, exemption }) =>
    `${category}: só pode ser devolvido se houver algo errado, pois ${exemptionWords["pt-BR"][exemption]}.`,
  ExchangeNotOffered: ({ wanted }) =>
    wanted === "EXCHANGE"
      ? "Esta loja não troca por outra variante."
      : "Esta loja não substitui por este motivo.",
  ReturnAlreadyOpen: () => "Já há uma devolução para estas unidades.",
  NothingToReturn: () => "Tudo deste pedido já foi cancelado ou devolvido.",
  EvidenceRequired: ({ photosNeeded }) =>
    `Envie ${photosNeeded === 1 ? "uma foto" : `${photosNeeded} fotos`}: este motivo precisa.`,
  TrackingNumberUnusable: ({ carrier, example }) =>
    `Este não é um código de rastreio de ${carrier}. Digite o do seu recibo, por exemplo ${example}.`,
  AppealWindowOver: ({ endedAt }, zone) =>
    `O prazo para levar isto ao suporte terminou em ${formatUntil(endedAt, "pt-BR", zone)}.`,
  WithdrawalNotPossible: ({ why }) => noWithdrawalPt[why],
  PolicyUnusable: ({ problems }) =>
    `Esta política não pode ser publicada: ${problems.map(({ clause }) => clause).join("; ")}.`,
  PolicyBelowFloor: ({ breaches }) =>
    `Esta política dá aos compradores menos do que devem ter: ${breaches.map(({ clause, needed, source }) => `${clause}: ${needed["pt-BR"]} (${source})`).join(" ")}`,
  FeedbackNotYet: () => "Você pode avaliar assim que seu dinheiro for enviado de volta.",
  FeedbackAlreadyGiven: () => "Você já avaliou este pedido. Obrigado!",
  ApprovalRequired: ({ until }, zone) =>
    `Uma segunda pessoa precisa aprovar isto. Espera em Aprovações até ${formatInstant(until, "pt-BR", zone)}.`,
  PersonNotAllowed: ({ needed }) => `Isto exige ${neededWords(needed, "pt-BR")}.`,
  NotFound: () => "Isto não existe, ou não é seu.",
  InvalidInput: ({ field, problem, most }) =>
    `Confira ${fieldName(field, "pt-BR")}: ${problemPt[problem](most)}.`,
  ProviderSilent: ({ provider }) =>
    `O provedor de pagamento ${provider} não deu uma resposta certa. Nada foi alterado; tente de novo em alguns minutos.`,
  IdempotencyConflict: () => "Esta chave de idempotência já foi usada para outra coisa.",
  IdempotencyInProgress: () =>
    "A primeira chamada com esta chave de idempotência ainda está em andamento.",
  Busy: () =>
    "Outra pessoa está alterando isto agora. Nada foi alterado. Tente de novo em instantes.",
};

const words: Record<Locale, ByKind> = { en, "pt-BR": pt };

/** The refusal in one sentence for the person who asked. */
export function refusalSentence<K extends Refusal["kind"]>(
  refusal: Extract<Refusal, { kind: K }>,
  locale: Locale,
  zone: Zone,
): string {
  const say = words[locale][refusal.kind as K] as (given: typeof refusal, zone: Zone) => string;
  return say(refusal, zone);
}
