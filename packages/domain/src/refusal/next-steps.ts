import { assertNever } from "../assert.js";
import type { BuyerRight, BuyerRightKind } from "../rights/buyer-right.js";
import { formatUntil, type Locale, type Zone } from "../text/locale.js";
import type { RefundHoldReason, Refusal, RefusalKind } from "./refusal.js";

export const nextStepKinds = [
  "CONTACT_SUPPORT",
  "WAIT_FOR_SELLER",
  "WITHDRAW_REQUEST",
  "REFUSE_DELIVERY",
  "RETURN_AFTER_DELIVERY",
  "FOLLOW_REFUND",
  "CHOOSE_REASON",
  "ADD_NOTE",
  "CHOOSE_UNITS",
  "GET_NEW_QUOTE",
  "RETRY",
  "SIGN_IN",
  "SHIP_REMAINING",
  "DECIDE_REQUEST",
  "READ_POLICY",
  "ADD_PHOTOS",
  "FOLLOW_RETURN",
  "CORRECT_POLICY",
  "CORRECT_TRACKING",
  "WITHDRAW_BY_LAW",
  "ASK_AGAIN",
  "ASK_COLLEAGUE",
  "LOOK_AT_CHANGES",
  "START_PACKING",
  "RETRY_PAYMENT",
  "TAKE_THE_MONEY",
  "AWAIT_PARCEL",
  "LIFT_STOP",
  "AWAIT_BANK",
  "ACCEPT_DIFFERENCE",
  "TALK_TO_ASSIGNEE",
  "FINISH_OPEN_MATTERS",
  "REOPEN_CASE",
  "RETURN_ITEMS",
  "RETURN_FAULTY_ITEMS",
] as const;
export type NextStepKind = (typeof nextStepKinds)[number];

/** What a person can do instead, or next. */
export interface NextStep {
  readonly kind: NextStepKind;
  /** From when, where that is in the future. */
  readonly at: Date | null;
  /** Until when, where that ends. */
  readonly until?: Date | null;
}

const step = (kind: NextStepKind, at: Date | null = null): NextStep => ({ kind, at });

const stepsOfHold: Record<RefundHoldReason, NextStepKind> = {
  STOPPED: "LIFT_STOP",
  CHARGEBACK_OPEN: "AWAIT_BANK",
  CHARGEBACK_LOST: "ACCEPT_DIFFERENCE",
};

const stepOfRight: Record<BuyerRightKind, NextStepKind> = {
  WITHDRAW: "WITHDRAW_BY_LAW",
  RETURN: "RETURN_ITEMS",
  RETURN_FAULTY: "RETURN_FAULTY_ITEMS",
};

/** Refusals of what a buyer wants done about an order: whatever else they may do is named with them. */
const deniesRemedy: ReadonlySet<RefusalKind> = new Set<RefusalKind>([
  "AlreadyCanceled",
  "AlreadyShipped",
  "CancellationAlreadyOpen",
  "CancellationNotOffered",
  "CancellationWindowOver",
  "FairUseLimitReached",
  "NothingToReturn",
  "ReturnNotOffered",
  "ReturnNotYet",
  "ReturnWindowOver",
  "UnitsNotAvailable",
  "WithdrawalNotPossible",
]);

/** What only makes sense as long as nothing has arrived. */
const beforeArrival: readonly NextStepKind[] = ["REFUSE_DELIVERY", "RETURN_AFTER_DELIVERY"];

/** What rights let a buyer do: each kind once, until the first day on which some units lose it. */
export function stepsOfRights(rights: readonly BuyerRight[]): NextStep[] {
  const made = new Map<NextStepKind, NextStep>();
  for (const { kind, until } of rights) {
    const name = stepOfRight[kind];
    const before = made.get(name)?.until;
    const sooner = before === undefined || before === null || (until !== null && until < before);
    if (sooner) made.set(name, { ...step(name), until });
  }
  return [...made.values()];
}

/**
 * What can be done instead, the strongest remedy first: a right by law is always among it, with its own
 * date. Never empty: no refusal is a dead end.
 */
export function refusalNextSteps(refusal: Refusal, rights: readonly BuyerRight[] = []): NextStep[] {
  const own = ownSteps(refusal);
  if (!deniesRemedy.has(refusal.kind)) return own;
  const first = stepsOfRights(refusal.kind === "WithdrawalNotPossible" ? refusal.rights : rights);
  const arrived = rights.some(({ kind }) => kind !== "WITHDRAW");
  const named = new Set(first.map(({ kind }) => kind));
  const rest = own.filter(
    ({ kind }) => !named.has(kind) && !(arrived && beforeArrival.includes(kind)),
  );
  return [...first, ...rest];
}

/** What follows from the refusal itself. */
function ownSteps(refusal: Refusal): NextStep[] {
  switch (refusal.kind) {
    case "AlreadyShipped":
      return [step("REFUSE_DELIVERY"), step("RETURN_AFTER_DELIVERY"), step("CONTACT_SUPPORT")];
    case "AlreadyCanceled":
      return [step("FOLLOW_REFUND"), step("CONTACT_SUPPORT")];
    case "CancellationWindowOver":
    case "CancellationNotOffered":
      return [step("RETURN_AFTER_DELIVERY"), step("READ_POLICY"), step("CONTACT_SUPPORT")];
    case "CancellationAlreadyOpen":
      if (refusal.withSupport) return [step("CONTACT_SUPPORT")];
      return [step("WAIT_FOR_SELLER", refusal.respondBy), step("WITHDRAW_REQUEST")];
    case "UnitsNotAvailable":
      return [step("CHOOSE_UNITS"), step("CONTACT_SUPPORT")];
    case "FairUseLimitReached":
      return [step("CONTACT_SUPPORT"), step("ASK_AGAIN", refusal.until)];
    case "ReasonRequired":
    case "ReasonUnknown":
      return [step("CHOOSE_REASON")];
    case "NoteRequired":
      return [step("ADD_NOTE")];
    case "QuoteStale":
      return [step("GET_NEW_QUOTE")];
    case "LinesCanceled":
      return [step("SHIP_REMAINING"), step("CONTACT_SUPPORT")];
    case "LinesHeldByCancellation":
      return [step("DECIDE_REQUEST")];
    case "LimitNotSet":
      return [step("CONTACT_SUPPORT")];
    case "SecondPersonNeeded":
    case "ApprovalRequired":
      return [step("ASK_COLLEAGUE")];
    case "AlreadyAssigned":
      return [step("TALK_TO_ASSIGNEE")];
    case "MattersOpen":
      return [step("FINISH_OPEN_MATTERS")];
    case "VersionConflict":
    case "OrderChanged":
    case "TermsChanged":
      return [step("LOOK_AT_CHANGES"), step("RETRY")];
    case "PaymentNotTaken":
      return [step("START_PACKING"), step("RETRY_PAYMENT"), step("CONTACT_SUPPORT")];
    case "DeliveryNotLate":
      return [step("AWAIT_PARCEL", refusal.expectedBy), step("CONTACT_SUPPORT")];
    case "ReturnNotYet":
      return [step("REFUSE_DELIVERY"), step("RETURN_AFTER_DELIVERY"), step("CONTACT_SUPPORT")];
    case "ReturnWindowOver":
    case "ReturnNotOffered":
      return [step("CHOOSE_UNITS"), step("CONTACT_SUPPORT"), step("READ_POLICY")];
    case "WithdrawalNotPossible":
      return [step("CONTACT_SUPPORT"), step("READ_POLICY")];
    case "ExchangeNotOffered":
      return [step("TAKE_THE_MONEY"), step("READ_POLICY"), step("CONTACT_SUPPORT")];
    case "ReturnAlreadyOpen":
      return [step("FOLLOW_RETURN"), step("CONTACT_SUPPORT")];
    case "NothingToRefund":
    case "NothingToReturn":
      return [step("FOLLOW_REFUND"), step("CONTACT_SUPPORT")];
    case "EvidenceRequired":
      return [step("ADD_PHOTOS"), step("CONTACT_SUPPORT")];
    case "TrackingNumberUnusable":
      return [step("CORRECT_TRACKING"), step("CONTACT_SUPPORT")];
    case "AppealWindowOver":
      return [step("CONTACT_SUPPORT")];
    case "PolicyUnusable":
    case "PolicyBelowFloor":
      return [step("CORRECT_POLICY")];
    case "FeedbackNotYet":
      return [step("FOLLOW_REFUND")];
    case "PayoutNotOffered":
      return [step("FOLLOW_REFUND"), step("CONTACT_SUPPORT")];
    case "PayoutOfferChanged":
      return [step("GET_NEW_QUOTE")];
    case "RefundHeld":
      return [step(stepsOfHold[refusal.why], refusal.until), step("CONTACT_SUPPORT")];
    case "BankDetailsUnusable":
      return [step("RETRY"), step("CONTACT_SUPPORT")];
    case "AmountAboveRefundable":
    case "TermsTooEarly":
    case "InvalidInput":
    case "ProviderSilent":
    case "IdempotencyConflict":
    case "IdempotencyInProgress":
    case "Busy":
      return [step("RETRY")];
    case "NotFound":
      return [step("SIGN_IN"), step("CONTACT_SUPPORT")];
    case "NotInThisState":
      return refusal.machine === "case" && refusal.allowedCommands.includes("reopen")
        ? [step("REOPEN_CASE")]
        : [step("CONTACT_SUPPORT")];
    case "FeedbackAlreadyGiven":
    case "PersonNotAllowed":
      return [step("CONTACT_SUPPORT")];
    default:
      return assertNever(refusal);
  }
}

const words: Record<Locale, Record<NextStepKind, string>> = {
  en: {
    CONTACT_SUPPORT: "Ask support: they see this order and this answer.",
    WAIT_FOR_SELLER: "Wait for the seller's answer.",
    WITHDRAW_REQUEST: "Take the request back if you changed your mind.",
    REFUSE_DELIVERY: "Refuse the parcel when it is brought to you.",
    RETURN_AFTER_DELIVERY: "Return it once it has arrived.",
    FOLLOW_REFUND: "Follow the refund.",
    CHOOSE_REASON: "Choose a reason.",
    ADD_NOTE: "Add a few words.",
    CHOOSE_UNITS: "Choose other units.",
    GET_NEW_QUOTE: "Look at the new amounts and confirm again.",
    RETRY: "Correct it and try again.",
    SIGN_IN: "Sign in with the account it was bought with.",
    SHIP_REMAINING: "Ship what is left of the order.",
    DECIDE_REQUEST: "Approve or reject the request.",
    READ_POLICY: "Read the shop's policy.",
    ADD_PHOTOS: "Add photos.",
    FOLLOW_RETURN: "Follow the return.",
    CORRECT_POLICY: "Correct the clauses named and try again.",
    START_PACKING: "Start packing: the payment is taken then.",
    AWAIT_PARCEL: "Wait for the parcel; after that day you can say that it didn't arrive.",
    TAKE_THE_MONEY: "Return it for your money back.",
    RETRY_PAYMENT: "Have the payment tried again.",
    CORRECT_TRACKING: "Look at the receipt and type the number again.",
    WITHDRAW_BY_LAW:
      "Withdraw from the contract: it's your right by law, and the shop can't refuse.",
    ASK_AGAIN: "Ask again once fewer requests count.",
    ASK_COLLEAGUE: "Ask a colleague who may to answer.",
    LOOK_AT_CHANGES: "Look at what changed.",
    LIFT_STOP: "Have a lead lift the stop, or do it again once it has lifted itself.",
    AWAIT_BANK: "Do it again once the bank has decided.",
    RETURN_ITEMS: "Return the items: this shop takes them back.",
    RETURN_FAULTY_ITEMS: "Is an item faulty, damaged or wrong? You can still return it.",
    ACCEPT_DIFFERENCE: "Propose to leave the difference as it is; a colleague has to agree.",
    TALK_TO_ASSIGNEE: "Talk to them, or assign it to somebody by name.",
    FINISH_OPEN_MATTERS: "Finish what is open. Until then, say whom the case waits for.",
    REOPEN_CASE: "Reopen the case to write in it.",
  },
  "pt-BR": {
    CONTACT_SUPPORT: "Fale com o suporte: eles veem este pedido e esta resposta.",
    WAIT_FOR_SELLER: "Espere a resposta do vendedor.",
    WITHDRAW_REQUEST: "Retire o pedido se mudou de ideia.",
    REFUSE_DELIVERY: "Recuse o pacote na entrega.",
    RETURN_AFTER_DELIVERY: "Devolva depois da entrega.",
    FOLLOW_REFUND: "Acompanhe o reembolso.",
    CHOOSE_REASON: "Escolha um motivo.",
    ADD_NOTE: "Escreva algumas palavras.",
    CHOOSE_UNITS: "Escolha outras unidades.",
    GET_NEW_QUOTE: "Veja os novos valores e confirme de novo.",
    RETRY: "Corrija e tente de novo.",
    SIGN_IN: "Entre com a conta da compra.",
    SHIP_REMAINING: "Envie o que resta do pedido.",
    DECIDE_REQUEST: "Aprove ou recuse o pedido.",
    READ_POLICY: "Leia a política da loja.",
    ADD_PHOTOS: "Envie fotos.",
    FOLLOW_RETURN: "Acompanhe a devolução.",
    CORRECT_POLICY: "Corrija as cláusulas indicadas e tente de novo.",
    START_PACKING: "Comece a embalar: o pagamento é cobrado então.",
    AWAIT_PARCEL: "Espere o pacote; depois desse dia você pode dizer que não chegou.",
    TAKE_THE_MONEY: "Devolva e receba o dinheiro.",
    RETRY_PAYMENT: "Peça que o pagamento seja tentado de novo.",
    CORRECT_TRACKING: "Confira o recibo e digite o número de novo.",
    WITHDRAW_BY_LAW: "Desista da compra: é seu direito por lei, e a loja não pode recusar.",
    ASK_AGAIN: "Peça de novo quando menos solicitações contarem.",
    ASK_COLLEAGUE: "Peça a um colega que possa responder.",
    LOOK_AT_CHANGES: "Veja o que mudou.",
    LIFT_STOP:
      "Peça a um líder do suporte que retire a pausa, ou repita quando ela terminar sozinha.",
    AWAIT_BANK: "Repita quando o banco tiver decidido.",
    RETURN_ITEMS: "Devolva os itens: esta loja aceita a devolução.",
    RETURN_FAULTY_ITEMS:
      "Algum item veio com defeito, danificado ou errado? Você ainda pode devolver.",
    ACCEPT_DIFFERENCE: "Proponha deixar a diferença como está; um colega precisa concordar.",
    TALK_TO_ASSIGNEE: "Fale com a pessoa, ou atribua a alguém pelo nome.",
    FINISH_OPEN_MATTERS: "Termine o que está em aberto. Até lá, diga por quem o caso espera.",
    REOPEN_CASE: "Reabra o caso para escrever nele.",
  },
};

/** A step in words, with the day until which it can be done. */
export function nextStepSentence({ kind, until }: NextStep, locale: Locale, zone: Zone): string {
  const sentence = words[locale][kind];
  if (!until) return sentence;
  const day = formatUntil(until, locale, zone);
  return locale === "en" ? `${sentence} Until ${day}.` : `${sentence} Até ${day}.`;
}
