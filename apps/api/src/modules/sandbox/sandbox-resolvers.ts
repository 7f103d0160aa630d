import type { Resolvers } from "#generated/resolvers.generated.js";
import { sandboxSignIns } from "./sandbox-sign-ins.js";

export const sandboxResolvers: Resolvers = {
  Query: {
    sandbox: async (_, __, { platform }) =>
      platform.config.sandbox ? { signIns: await sandboxSignIns(platform) } : null,
  },
};
