import { assert } from "@makegood/domain/assert";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { currentPolicyByShop } from "#modules/policy/exports/policy-loaders.js";
import { shopById } from "./exports/shop-loaders.js";

export const shopResolvers: Resolvers = {
  Query: {
    shop: (_, { id }, context) => context.loader(shopById).load(id),
  },
  Shop: {
    policy: async ({ id }, _, context) => {
      const version = await context.loader(currentPolicyByShop).load(id);
      assert(version !== null, "a shop sells under a policy");
      return version;
    },
  },
  ShopMembership: {
    shop: async ({ shopId }, _, context) => {
      const shop = await context.loader(shopById).load(shopId);
      assert(shop !== null, "a membership is of a shop");
      return shop;
    },
  },
};
