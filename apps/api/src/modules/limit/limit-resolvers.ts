import { limitRoles } from "@makegood/domain/limit/limit-setting";
import { isCurrency } from "@makegood/domain/money/currency";
import { GraphQLError } from "graphql";
import type { RefundLimitResolvers, Resolvers } from "#generated/resolvers.generated.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { toMoney } from "#platform/graphql/money.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { limitFor } from "./exports/limit-of.js";
import { limitMutations } from "./limit-mutations.js";

const known = (currency: string): string => {
  if (isCurrency(currency)) return currency;
  throw new GraphQLError("A currency is an ISO 4217 code.", {
    extensions: { code: "BAD_USER_INPUT" },
  });
};

const amount = (minor: number | null, currency: string) =>
  minor === null ? null : toMoney(minor, currency);

const RefundLimit: RefundLimitResolvers = {
  role: ({ holder }) => limitRoles.find((role) => role === holder) ?? null,
  perRefund: ({ perRefundMinor, currency }) => amount(perRefundMinor, currency),
  perDay: ({ perDayMinor, currency }) => amount(perDayMinor, currency),
  goodwillPerDay: ({ goodwillPerDayMinor, currency }) => amount(goodwillPerDayMinor, currency),
  setAt: ({ setAt }) => setAt ?? null,
};

export const limitResolvers: Resolvers = {
  Query: {
    refundLimits: async (_, { currency }, context) => {
      if (knownCaller(context).kind !== "AGENT") return [];
      const { manager } = context.platform.database;
      return Promise.all(
        limitRoles.map(async (role) => ({
          holder: role,
          currency: known(currency),
          ...(await limitFor(manager, role, currency)),
        })),
      );
    },
  },
  IntegrationKey: {
    refundLimit: async ({ id }, { currency }, { platform }) => ({
      holder: id,
      currency: known(currency),
      ...(await limitFor(platform.database.manager, "KEY", currency, id)),
    }),
  },
  Mutation: limitMutations,
  RefundLimit,
  LimitNotSet: refusalFields,
};
