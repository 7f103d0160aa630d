import { componentWords, kindWords } from "@makegood/domain/ledger/ledger-words";
import { GraphQLError } from "graphql";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { refundById } from "#modules/refund/exports/refund-loaders.js";
import { keysetPage } from "#platform/graphql/connection.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { entriesByTransaction } from "./exports/ledger-loaders.js";
import { visibleShopId } from "./exports/visible-shop.js";
import { refundCosts } from "./refund-costs.js";
import { balanceUntil, type StatementScope, statementQuery, withBalances } from "./statement.js";

const mostWeeks = 53;

export const statementResolvers: Resolvers = {
  Query: {
    shopStatement: async (_, { shopId, currency, from, to, first, after }, context) => {
      const { database } = context.platform;
      const scope: StatementScope = {
        shopId: visibleShopId(context, shopId),
        currency,
        from: from ?? null,
        to: to ?? null,
      };
      const page = await keysetPage(
        statementQuery(database, scope),
        { column: "postedAt", direction: "DESC" },
        { first: first ?? null, after: after ?? null },
      );
      const newest = page.edges[0]?.node;
      const known = newest ? await balanceUntil(database, scope, newest.postedAt, newest.id) : 0;
      const lines = withBalances(
        page.edges.map(({ node }) => node),
        known,
      );
      return {
        pageInfo: page.pageInfo,
        edges: page.edges.flatMap(({ cursor }, index) => {
          const node = lines[index];
          return node ? [{ cursor, node }] : [];
        }),
        scope,
      };
    },
    refundCosts: async (_, { shopId, currency, weeks }, context) => {
      const wanted = weeks ?? 12;
      if (wanted < 1 || wanted > mostWeeks) {
        throw new GraphQLError(`weeks must be between 1 and ${mostWeeks}.`, {
          extensions: { code: "BAD_USER_INPUT" },
        });
      }
      return refundCosts(context.platform, visibleShopId(context, shopId), currency, wanted);
    },
  },
  StatementConnection: {
    opening: async ({ scope }, _, { platform }) =>
      toMoney(
        scope.from ? await balanceUntil(platform.database, scope, scope.from) : 0,
        scope.currency,
      ),
    closing: async ({ scope }, _, { platform }) =>
      toMoney(await balanceUntil(platform.database, scope, scope.to), scope.currency),
  },
  StatementLine: {
    label: ({ kind }, _, context) => kindWords(kind, localeOf(context)),
    order: ({ orderId }, _, context) =>
      orderId === null ? null : context.loader(visibleOrderById).load(orderId),
    refund: ({ refundId }, _, context) =>
      refundId === null ? null : context.loader(refundById).load(refundId),
    amount: ({ shopMinor, currency }) => toMoney(shopMinor, currency),
    balance: ({ balanceMinor, currency }) => toMoney(balanceMinor, currency),
    parts: async ({ id, currency }, _, context) => {
      const entries = await context.loader(entriesByTransaction).load(id);
      return entries
        .filter(({ account }) => account === "SHOP_BALANCE")
        .flatMap(({ component, amountMinor }) =>
          component ? [{ component, amountMinor: 0 - amountMinor, currency }] : [],
        );
    },
  },
  StatementPart: {
    label: ({ component }, _, context) => componentWords(component, localeOf(context)),
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
  },
  RefundCost: {
    total: ({ parts, currency }) =>
      toMoney(
        parts.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
        currency,
      ),
  },
};
