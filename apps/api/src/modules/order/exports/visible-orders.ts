import type { ObjectLiteral, SelectQueryBuilder } from "typeorm";
import { type Caller, callerShopIds } from "#platform/identity/caller.js";

/** Columns by which visibility is decided; every table that hangs on an order is reached through it. */
interface Owned extends ObjectLiteral {
  shopId: string;
  buyerId: string;
}

/** Everything of a caller by which they see what they see: who shares it, sees the same orders. */
export function visibilityOf(caller: Caller): string {
  switch (caller.kind) {
    case "BUYER":
      return `BUYER ${caller.personId}`;
    case "SELLER":
      return `SELLER ${[...callerShopIds(caller)].sort().join(" ")}`;
    case "INTEGRATION":
      return `INTEGRATION ${caller.scopes.has("ORDERS_READ") ? caller.shopId : ""}`;
    case "MARKETPLACE_INTEGRATION":
      return `${caller.kind} ${caller.scopes.has("ORDERS_READ")}`;
    case "AGENT":
    case "ANONYMOUS":
      return caller.kind;
  }
}

/**
 * Who sees which orders, said once: buyers their own, sellers and keys their shops', agents and the
 * marketplace's keys all.
 * What is filtered out here looks as if it did not exist.
 */
export function visibleTo<E extends Owned>(
  query: SelectQueryBuilder<E>,
  caller: Caller,
): SelectQueryBuilder<E> {
  const { alias } = query;
  switch (caller.kind) {
    case "AGENT":
      return query;
    case "BUYER":
      return query.andWhere(`${alias}.buyerId = :callerId`, { callerId: caller.personId });
    case "SELLER":
      return query.andWhere(`${alias}.shopId IN (:...callerShops)`, {
        callerShops: callerShopIds(caller),
      });
    case "INTEGRATION":
      return caller.scopes.has("ORDERS_READ")
        ? query.andWhere(`${alias}.shopId = :callerShop`, { callerShop: caller.shopId })
        : query.andWhere("FALSE");
    case "MARKETPLACE_INTEGRATION":
      return caller.scopes.has("ORDERS_READ") ? query : query.andWhere("FALSE");
    case "ANONYMOUS":
      return query.andWhere("FALSE");
  }
}
