import { assert } from "@makegood/domain/assert";
import { callingOffReason } from "@makegood/domain/refund/calling-off";
import { refundReasonSentence } from "@makegood/domain/refund/failure-words";
import { bankDetailsKindsFor } from "@makegood/domain/repayment/bank-details";
import { payoutOptions } from "@makegood/domain/repayment/payout-options";
import { payoutOptionSentence } from "@makegood/domain/repayment/payout-words";
import { GraphQLError } from "graphql";
import type { RefundResolvers, Resolvers } from "#generated/resolvers.generated.js";
import { keysetPage } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { readerOf } from "#platform/graphql/reader.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { takesBankDetails } from "./exports/providers.js";
import { RefundIncidentEntity } from "./exports/refund-incident.entity.js";
import { allocationsByRefund, refundById } from "./exports/refund-loaders.js";
import {
  attemptsByRefund,
  bankDetailsById,
  incidentsByRefund,
  payoutsByRefund,
} from "./exports/refund-payout-loaders.js";
import { payoutFacts } from "./payout-facts.js";
import { refundPayoutMutations } from "./refund-payout-mutations.js";
import { storeCreditResolvers } from "./store-credit-resolvers.js";

const isAgent = ({ caller }: RequestContext) => caller.kind === "AGENT";
/** What is between the buyer and whoever pays them is not the seller's. */
const seesAccounts = ({ caller }: RequestContext) =>
  caller.kind === "AGENT" || caller.kind === "BUYER";

const RefundPayouts: Pick<
  RefundResolvers,
  "payoutOptions" | "payouts" | "bankDetailsAsked" | "incidents"
> = {
  payoutOptions: async (refund, _, context) => {
    if (!seesAccounts(context) || !["FAILED", "REVERSED"].includes(refund.status)) return [];
    const { database, config } = context.platform;
    const allocations = await context.loader(allocationsByRefund).load(refund.id);
    const facts = await payoutFacts(database.manager, config, { refund, allocations });
    return payoutOptions(facts).map((option) => ({
      kind: option.kind,
      amount: toMoney(option.amountMinor, refund.currency),
      bonus:
        option.kind === "STORE_CREDIT" && option.bonusMinor > 0
          ? toMoney(option.bonusMinor, refund.currency)
          : null,
      accounts: option.kind === "BANK_TRANSFER" ? [...option.accounts] : [],
      sentence: payoutOptionSentence(option, refund.currency, localeOf(context)),
    }));
  },
  payouts: ({ id }, _, context) => context.loader(payoutsByRefund).load(id),
  bankDetailsAsked: async ({ id, status, actionBy, pendingReason, currency }, _, context) => {
    if (status !== "REQUIRES_ACTION" || !actionBy || !seesAccounts(context)) return null;
    if (pendingReason === callingOffReason) return null;
    const attempts = await context.loader(attemptsByRefund).load(id);
    const here = attempts.some((one) => one.needsAction && takesBankDetails(one.provider));
    return {
      reason: refundReasonSentence(
        pendingReason ?? "bank_details_needed",
        localeOf(context),
        readerOf(context),
      ),
      until: actionBy,
      accounts: here ? [...bankDetailsKindsFor(currency)] : [],
    };
  },
  incidents: ({ id }, _, context) =>
    isAgent(context) ? context.loader(incidentsByRefund).load(id) : [],
};

export const refundPayoutResolvers: Resolvers = {
  Query: {
    ...storeCreditResolvers.Query,
    refundIncidents: (_, { first, after }, context) => {
      if (!isAgent(context)) {
        throw new GraphQLError("This is for the support team.", {
          extensions: { code: "FORBIDDEN" },
        });
      }
      const query = context.platform.database
        .getRepository(RefundIncidentEntity)
        .createQueryBuilder("i")
        .where("i.settledAt IS NULL");
      return keysetPage(
        query,
        { column: "foundAt", direction: "ASC" },
        { first: first ?? null, after: after ?? null },
      );
    },
  },
  Mutation: refundPayoutMutations,
  Refund: RefundPayouts as RefundResolvers,
  RefundPayout: {
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
    bonus: ({ bonusMinor, currency }) => (bonusMinor > 0 ? toMoney(bonusMinor, currency) : null),
    account: async ({ bankDetailsId }, _, context) =>
      bankDetailsId && seesAccounts(context)
        ? ((await context.loader(bankDetailsById).load(bankDetailsId))?.masked ?? null)
        : null,
    failureReason: ({ failureReason }, _, context) =>
      failureReason && refundReasonSentence(failureReason, localeOf(context), readerOf(context)),
    traceReference: ({ traceType, traceValue }) =>
      traceType && traceValue ? { type: traceType, value: traceValue } : null,
  },
  RefundIncident: {
    refund: async ({ refundId }, _, context) => {
      const refund = await context.loader(refundById).load(refundId);
      assert(refund !== null, "an incident is of a refund");
      return refund;
    },
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  },
  StoreCredit: storeCreditResolvers.StoreCredit,
  StoreCreditEntry: storeCreditResolvers.StoreCreditEntry,
  BankDetailsUnusable: refusalFields,
  PayoutNotOffered: { ...refusalFields, offered: ({ offered }) => [...offered] },
  PayoutOfferChanged: {
    ...refusalFields,
    credit: ({ creditMinor, currency }) => toMoney(creditMinor, currency),
  },
};
