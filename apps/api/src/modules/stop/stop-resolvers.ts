import type { Resolvers, StopSwitchResolvers } from "#generated/resolvers.generated.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { keysetPage } from "#platform/graphql/connection.js";
import { toMoney } from "#platform/graphql/money.js";
import { needed } from "#platform/graphql/needed.js";
import { StopSwitchEntity } from "./exports/stop-switch.entity.js";
import { stopMutations } from "./stop-mutations.js";
import { stoppedRefunds } from "./stopped-refunds.js";

const StopSwitch: StopSwitchResolvers = {
  shop: ({ scope, subject }, _, context) =>
    scope === "SHOP" ? context.loader(shopById).load(subject) : null,
  provider: ({ scope, subject }) => (scope === "PROVIDER" ? subject : null),
  setBy: ({ setById }, _, context) => needed(context.loader(personById).load(setById), "person"),
  liftedBy: ({ liftedById }, _, context) =>
    liftedById === null ? null : context.loader(personById).load(liftedById),
  refundsWaiting: (stop, _, { platform }) =>
    stop.liftedAt ? [] : stoppedRefunds(platform.database, stop),
};

export const stopResolvers: Resolvers = {
  Query: {
    stopSwitches: (_, { on, first, after }, context) => {
      const query = context.platform.database
        .getRepository(StopSwitchEntity)
        .createQueryBuilder("s")
        .where(on === false ? "s.liftedAt IS NOT NULL" : "s.liftedAt IS NULL");
      if (knownCaller(context).kind !== "AGENT") query.andWhere("FALSE");
      const page = { first: first ?? null, after: after ?? null };
      return keysetPage(query, { column: "setAt", direction: "DESC" }, page);
    },
  },
  Mutation: stopMutations,
  StopSwitch,
  StoppedRefunds: {
    amount: ({ amountMinor, currency }) => toMoney(amountMinor, currency),
    promisesAtRisk: ({ atRisk }) => atRisk,
  },
};
