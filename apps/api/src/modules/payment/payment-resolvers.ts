import { refundReasonSentence } from "@makegood/domain/refund/failure-words";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { quoteBody } from "#modules/cancellation/exports/quote-view.js";
import { paymentById } from "#modules/order/exports/order-loaders.js";
import { seesPayments } from "#modules/order/exports/sees-payments.js";
import type { Providers } from "#modules/refund/exports/providers.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { needed } from "#platform/graphql/needed.js";
import { readerOf } from "#platform/graphql/reader.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { stepsByOrder } from "./exports/payment-loaders.js";
import { paymentMutations } from "./payment-mutations.js";

export const paymentResolvers = (providers: Providers): Resolvers => ({
  Mutation: paymentMutations(providers),
  Order: {
    paymentSteps: ({ id }, _, context) => context.loader(stepsByOrder).load(id),
  },
  Quote: {
    notCharged: (quote) => toMoney(quoteBody(quote).notChargedMinor, quote.currency),
  },
  Payment: {
    authorized: (payment, _, context) =>
      seesPayments(context) && payment.authorizedMinor > 0
        ? toMoney(payment.authorizedMinor, payment.currency)
        : null,
  },
  PaymentStep: {
    amount: async ({ amountMinor, paymentId }, _, context) => {
      const { currency } = await needed(context.loader(paymentById).load(paymentId), "payment");
      return toMoney(amountMinor, currency);
    },
    failureReason: ({ failureReason }, _, context) =>
      failureReason && refundReasonSentence(failureReason, localeOf(context), readerOf(context)),
  },
  PaymentNotTaken: refusalFields,
});
