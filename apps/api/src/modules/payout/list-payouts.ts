import type { QueryResolvers } from "#generated/resolvers.generated.js";
import { visibleShopId } from "#modules/ledger/exports/visible-shop.js";
import { keysetPage } from "#platform/graphql/connection.js";
import { PayoutEntity } from "./exports/payout.entity.js";

/** A shop's payouts, or for support those of all shops, newest first. */
export const listPayouts: NonNullable<QueryResolvers["payouts"]> = (
  _,
  { shopId, status, first, after },
  context,
) => {
  const query = context.platform.database.getRepository(PayoutEntity).createQueryBuilder("p");
  if (shopId || context.caller.kind !== "AGENT") {
    query.where("p.shopId = :shopId", { shopId: visibleShopId(context, shopId ?? "") });
  }
  if (status) query.andWhere("p.status = :status", { status });
  return keysetPage(
    query,
    { column: "runAt", direction: "DESC" },
    { first: first ?? null, after: after ?? null },
  );
};
