import type { Resolvers } from "#generated/resolvers.generated.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";

export const fairUseResolvers: Resolvers = { FairUseLimitReached: refusalFields };
