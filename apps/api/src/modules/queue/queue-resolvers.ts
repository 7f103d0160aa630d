import type { Resolvers } from "#generated/resolvers.generated.js";
import { workQueue } from "./work-queue.js";

export const queueResolvers: Resolvers = { Query: { workQueue } };
