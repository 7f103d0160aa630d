import { bearingIfRefunded, bearingOf } from "@makegood/domain/ledger/bearing";
import { componentWords } from "@makegood/domain/ledger/ledger-words";
import { partsOfQuote } from "@makegood/domain/ledger/refund-parts";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { quoteById } from "#modules/cancellation/exports/cancellation-loaders.js";
import type { QuoteEntity } from "#modules/cancellation/exports/quote.entity.js";
import { quoteBody } from "#modules/cancellation/exports/quote-view.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { needed } from "#platform/graphql/needed.js";
import { type CurrencyPart, inCurrency } from "./bearing.js";
import { owedEntriesByRefund } from "./exports/ledger-loaders.js";
import { booksByOrder } from "./exports/order-books.js";

/** What the parts of the shop and the marketplace are is not the buyer's to see. */
const seesBearing = ({ caller }: RequestContext) =>
  caller.kind === "SELLER" || caller.kind === "AGENT" || caller.kind === "INTEGRATION";

/** Returns whose money has not been settled, one way or another. */
const unsettled = [
  "REQUESTED",
  "INFO_REQUESTED",
  "OFFER_PENDING",
  "APPROVED",
  "AWAITING_SHIPMENT",
  "IN_TRANSIT",
  "RECEIVED",
  "ESCALATED",
];

async function ofQuote(quote: QuoteEntity, context: RequestContext): Promise<CurrencyPart[]> {
  const books = await context.loader(booksByOrder).load(quote.orderId);
  const parts = partsOfQuote(quoteBody(quote).components);
  return inCurrency(bearingIfRefunded(books, quote.totalMinor, parts), quote.currency);
}

async function ofRequest(quoteId: string, context: RequestContext): Promise<CurrencyPart[]> {
  return ofQuote(await needed(context.loader(quoteById).load(quoteId), "quote"), context);
}

export const bearingResolvers: Resolvers = {
  Quote: {
    bearing: (quote, _, context) => (seesBearing(context) ? ofQuote(quote, context) : null),
  },
  RefundPreview: {
    bearing: async ({ orderId, amountMinor, currency, goodwill }, _, context) => {
      if (!seesBearing(context)) return null;
      const books = await context.loader(booksByOrder).load(orderId);
      return inCurrency(goodwill ? [] : bearingIfRefunded(books, amountMinor, null), currency);
    },
  },
  Cancellation: {
    bearing: ({ status, quoteId }, _, context) =>
      seesBearing(context) && (status === "PENDING_SELLER" || status === "ESCALATED")
        ? ofRequest(quoteId, context)
        : null,
  },
  Return: {
    bearing: ({ status, quoteId }, _, context) =>
      seesBearing(context) && unsettled.includes(status) ? ofRequest(quoteId, context) : null,
  },
  Refund: {
    bearing: async ({ id, currency }, _, context) =>
      seesBearing(context)
        ? inCurrency(bearingOf(await context.loader(owedEntriesByRefund).load(id)), currency)
        : null,
  },
  BearingPart: {
    label: ({ component }, _, context) => componentWords(component, localeOf(context)),
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  },
};
