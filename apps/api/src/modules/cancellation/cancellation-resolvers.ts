import {
  type RejectionReason,
  rejectionSentence,
} from "@makegood/domain/cancellation/rejection-words";
import { nextActionOfCancellation } from "@makegood/domain/next-action/next-action-of-cancellation";
import { nextActionOfDispute } from "@makegood/domain/next-action/next-action-of-dispute";
import type { QuoteComponentKind } from "@makegood/domain/quote/quote-cancellation";
import type { Locale } from "@makegood/domain/text/locale";
import type {
  CancellationResolvers,
  QuoteResolvers,
  Resolvers,
} from "#generated/resolvers.generated.js";
import { decisionById } from "#modules/decision/exports/decision-loaders.js";
import { storedDecision } from "#modules/decision/exports/read-decision.js";
import { decisionView } from "#modules/decision/exports/store-decision.js";
import { disputesByOrder } from "#modules/dispute/exports/dispute-loaders.js";
import { lineById, paymentById, visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { mainRefund, refundsByCancellation } from "#modules/refund/exports/refund-loaders.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { needed } from "#platform/graphql/needed.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { cancellationMutations } from "./cancellation-mutations.js";
import {
  cancellationById,
  cancellationsByOrder,
  quoteById,
  unitsByCancellation,
} from "./exports/cancellation-loaders.js";
import { eligibility } from "./exports/eligibility.js";
import { quoteBody } from "./exports/quote-view.js";

async function decisionOf(decisionId: string, context: RequestContext) {
  return storedDecision(await needed(context.loader(decisionById).load(decisionId), "decision"));
}

const Cancellation: CancellationResolvers = {
  order: ({ orderId }, _, context) =>
    needed(context.loader(visibleOrderById).load(orderId), "order"),
  reason: ({ reasonLabel }, _, context) => reasonLabel?.[localeOf(context)] ?? null,
  // Why an agent stepped in is written for the trail.
  note: ({ note, requestedBy }, _, context) =>
    requestedBy === "AGENT" && context.caller.kind !== "AGENT" ? null : note,
  units: ({ id }, _, context) => context.loader(unitsByCancellation).load(id),
  amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  rejectionReason: ({ rejectionReason, rejectionNote }, _, context) =>
    rejectionReason &&
    [rejectionSentence(rejectionReason as RejectionReason, localeOf(context)), rejectionNote]
      .filter(Boolean)
      .join(" "),
  decision: ({ decisionId }, _, context) => decisionOf(decisionId, context),
  refund: async ({ id }, _, context) =>
    mainRefund(await context.loader(refundsByCancellation).load(id)),
  refunds: ({ id }, _, context) => context.loader(refundsByCancellation).load(id),
  nextAction: async (cancellation, _, context) => {
    const disputes = await context.loader(disputesByOrder).load(cancellation.orderId);
    const dispute = disputes.find(({ cancellationId }) => cancellationId === cancellation.id);
    const disputed = cancellation.status === "ESCALATED" && dispute;
    return disputed ? nextActionOfDispute(dispute) : nextActionOfCancellation(cancellation);
  },
};

const componentWords: Record<Locale, Record<QuoteComponentKind, string>> = {
  en: {
    ITEMS: "Items",
    DISCOUNT: "Discount",
    TAX: "Tax",
    SHIPPING: "Shipping",
    PAID_DIFFERENCE: "Difference between price and payment",
    DIFFERENCE: "Difference to what was paid",
    SHIPPING_KEPT: "Shipping, not refunded",
    RESTOCKING_FEE: "Restocking fee",
    RETURN_LABEL: "Return label",
    EXCHANGED: "Comes as goods instead",
    PAID_BY_BANK: "Already paid by your bank",
    WAITS_FOR_BANK: "Waits for your bank's decision",
  },
  "pt-BR": {
    ITEMS: "Itens",
    DISCOUNT: "Desconto",
    TAX: "Impostos",
    SHIPPING: "Frete",
    PAID_DIFFERENCE: "Diferença entre preço e pagamento",
    DIFFERENCE: "Diferença para o que foi pago",
    SHIPPING_KEPT: "Frete, não reembolsado",
    RESTOCKING_FEE: "Taxa de reposição",
    RETURN_LABEL: "Etiqueta de devolução",
    EXCHANGED: "Vem em produto, em vez de dinheiro",
    PAID_BY_BANK: "Já pago pelo seu banco",
    WAITS_FOR_BANK: "Espera a decisão do seu banco",
  },
};

const Quote: QuoteResolvers = {
  waitsForBank: (quote) => {
    const { waitsMinor = 0 } = quoteBody(quote);
    return waitsMinor > 0 ? toMoney(waitsMinor, quote.currency) : null;
  },
  total: ({ totalMinor, currency }) => toMoney(totalMinor, currency),
  components: (quote) =>
    quoteBody(quote).components.map((part) => ({ ...part, currency: quote.currency })),
  allocations: (quote) =>
    quoteBody(quote).allocations.map((part) => ({ ...part, currency: quote.currency })),
  units: (quote) => [...quoteBody(quote).lines],
  promisedBy: (quote) => quoteBody(quote).promisedBy,
  expectedAtBankBy: (quote) => quoteBody(quote).expectedAtBankBy,
  decision: async ({ decisionId }, _, context) => {
    const decision = await context.loader(decisionById).load(decisionId);
    return decision && storedDecision(decision);
  },
};

export const cancellationResolvers: Resolvers = {
  Mutation: cancellationMutations,
  Order: {
    cancellations: ({ id }, _, context) => context.loader(cancellationsByOrder).load(id),
    cancellationEligibility: async (order, _, context) =>
      decisionView(order.id, await eligibility(context, order, "BUYER")),
  },
  Cancellation,
  CancellationUnits: {
    line: ({ lineId }, _, context) => needed(context.loader(lineById).load(lineId), "line"),
  },
  Quote,
  QuoteComponent: {
    label: ({ kind }, _, context) => componentWords[localeOf(context)][kind],
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  },
  QuoteAllocation: {
    payment: ({ paymentId }, _, context) =>
      needed(context.loader(paymentById).load(paymentId), "payment"),
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  },
  AlreadyShipped: refusalFields,
  AlreadyCanceled: refusalFields,
  CancellationWindowOver: refusalFields,
  CancellationNotOffered: refusalFields,
  UnitsNotAvailable: refusalFields,
  NoteRequired: refusalFields,
  ReasonRequired: { ...refusalFields, reasons: ({ reasons }) => [...reasons] },
  ReasonUnknown: { ...refusalFields, reasons: ({ reasons }) => [...reasons] },
  CancellationAlreadyOpen: {
    ...refusalFields,
    cancellation: ({ cancellationId }, _, context) =>
      needed(context.loader(cancellationById).load(cancellationId), "row"),
  },
  LinesHeldByCancellation: {
    ...refusalFields,
    cancellation: ({ cancellationId }, _, context) =>
      needed(context.loader(cancellationById).load(cancellationId), "row"),
  },
  QuoteStale: {
    ...refusalFields,
    newQuote: ({ newQuoteId }, _, context) =>
      newQuoteId === null ? null : context.loader(quoteById).load(newQuoteId),
  },
};
