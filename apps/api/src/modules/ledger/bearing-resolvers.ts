import { bearingOf } from "@makegood/domain/ledger/bearing";
import { componentWords } from "@makegood/domain/ledger/ledger-words";
import { refundEntries } from "@makegood/domain/ledger/refund-entries";
import { partsOfQuote } from "@makegood/domain/ledger/refund-parts";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { quoteBody } from "#modules/cancellation/exports/quote-view.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { inCurrency } from "./bearing.js";
import { owedEntriesByRefund } from "./exports/ledger-loaders.js";
import { orderBooks } from "./exports/order-books.js";

/** What the parts of the shop and the marketplace are is not the buyer's to see. */
const seesBearing = ({ caller }: RequestContext) =>
  caller.kind === "SELLER" || caller.kind === "AGENT" || caller.kind === "INTEGRATION";

export const bearingResolvers: Resolvers = {
  Quote: {
    bearing: async (quote, _, context) => {
      if (!seesBearing(context)) return null;
      const { totalMinor, currency, orderId } = quote;
      if (totalMinor === 0) return [];
      const { sums, terms } = await orderBooks(context.platform.database.manager, orderId);
      const parts = partsOfQuote(quoteBody(quote).components);
      return inCurrency(bearingOf(refundEntries(sums, totalMinor, terms, parts)), currency);
    },
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
