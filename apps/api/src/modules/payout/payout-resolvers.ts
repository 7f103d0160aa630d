import { payableMinor } from "@makegood/domain/payout/decide-payout";
import { holdSentence } from "@makegood/domain/payout/hold-words";
import { payoutSentence } from "@makegood/domain/payout/payout-words";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { visibleShopId } from "#modules/ledger/exports/visible-shop.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { driftItemById } from "#modules/reconciliation/exports/drift-loaders.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import { localeOf } from "#platform/graphql/locale.js";
import { toMoney } from "#platform/graphql/money.js";
import { needed } from "#platform/graphql/needed.js";
import { openHoldsByShop } from "./exports/payout-loaders.js";
import { nextRunAt } from "./exports/payout-schedule.js";
import { shopFunds } from "./exports/shop-funds.js";
import { listHolds } from "./list-holds.js";
import { listPayouts } from "./list-payouts.js";
import { settlePayout } from "./settle-payout-mutation.js";

export const payoutResolvers: Resolvers = {
  Query: {
    shopBalances: async (_, { shopId }, context) => {
      const { manager } = context.platform.database;
      const at = context.platform.clock.now();
      const funds = await shopFunds(manager, at, visibleShopId(context, shopId));
      if (funds.length === 0) return [];
      const nextPayoutAt = await nextRunAt(context.platform);
      return funds.map((row) => ({ ...row, nextPayoutAt }));
    },
    payouts: listPayouts,
    payoutHolds: listHolds,
  },
  Mutation: { settlePayout },
  ShopBalance: {
    balance: ({ balanceMinor, currency }) => toMoney(balanceMinor, currency),
    pending: ({ pendingMinor, currency }) => toMoney(pendingMinor, currency),
    frozen: ({ frozenMinor, currency }) => toMoney(frozenMinor, currency),
    payable: (funds) => toMoney(payableMinor(funds), funds.currency),
    holds: async ({ shopId, currency }, _, context) => {
      const holds = await context.loader(openHoldsByShop).load(shopId);
      return holds.filter((hold) => hold.currency === currency && hold.releasedAt === null);
    },
  },
  PayoutHold: {
    order: ({ orderId }, _, context) =>
      needed(context.loader(visibleOrderById).load(orderId), "order"),
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
    sentence: ({ reason }, _, context) => holdSentence(reason, localeOf(context)),
    until: async ({ reason, subjectId }, _, context) => {
      if (reason !== "NO_PAYMENT") return null;
      const [driftItemId = ""] = subjectId.split("/");
      return (await context.loader(driftItemById).load(driftItemId))?.dueBy ?? null;
    },
  },
  Payout: {
    shop: ({ shopId }, _, context) => needed(context.loader(shopById).load(shopId), "shop"),
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
    balance: ({ balanceMinor, currency }) => toMoney(balanceMinor, currency),
    pending: ({ pendingMinor, currency }) => toMoney(pendingMinor, currency),
    frozen: ({ frozenMinor, currency }) => toMoney(frozenMinor, currency),
    payable: (payout) => toMoney(payableMinor(payout), payout.currency),
    sentence: ({ status }, _, context) => payoutSentence(status, localeOf(context)),
  },
};
