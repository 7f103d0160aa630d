import type { RequestContext } from "#platform/graphql/context.js";

/** What a purchase cost in all, and how it was paid, is for its buyer and for agents. */
export const seesPayments = ({ caller }: RequestContext): boolean =>
  caller.kind === "BUYER" || caller.kind === "AGENT";
