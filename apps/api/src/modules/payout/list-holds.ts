import type { QueryResolvers } from "#generated/resolvers.generated.js";
import { knownCaller } from "#platform/graphql/callers.js";
import { keysetPage } from "#platform/graphql/connection.js";
import { PayoutHoldEntity } from "./exports/payout-hold.entity.js";

/** What is held back of all shops for now, newest first; nothing for whoever is not of support. */
export const listHolds: NonNullable<QueryResolvers["payoutHolds"]> = (
  _,
  { first, after },
  context,
) => {
  const query = context.platform.database
    .getRepository(PayoutHoldEntity)
    .createQueryBuilder("h")
    .where("h.releasedAt IS NULL");
  if (knownCaller(context).kind !== "AGENT") query.andWhere("FALSE");
  return keysetPage(
    query,
    { column: "placedAt", direction: "DESC" },
    { first: first ?? null, after: after ?? null },
  );
};
