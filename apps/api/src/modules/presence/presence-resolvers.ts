import type { Resolvers } from "#generated/resolvers.generated.js";
import { personById } from "#modules/identity/exports/identity-loaders.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { needed } from "#platform/graphql/needed.js";
import { callerId } from "#platform/identity/caller.js";
import { keepPresence } from "./keep-presence.js";

export const presenceResolvers: Resolvers = {
  Mutation: {
    keepPresence: async (_, { orderId, acting }, context) => {
      const caller = knownCaller(context);
      if (!(await context.loader(visibleOrderById).load(orderId))) {
        return { kind: "NotFound", what: "order", decision: null } as never;
      }
      const here = { orderId, personId: callerId(caller), acting: acting ?? false };
      const colleagues = await keepPresence(context.platform, here);
      return { __typename: "PresenceSuccess" as const, colleagues };
    },
  },
  Colleague: {
    person: ({ personId }, _, context) =>
      needed(context.loader(personById).load(personId), "person"),
  },
};
