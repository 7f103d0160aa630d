import { assert } from "@makegood/domain/assert";
import type { Marketplace } from "@makegood/domain/calendar/marketplace";
import type { DataSource, EntityManager } from "typeorm";

const known = new WeakMap<DataSource, Marketplace>();

/** Says once, at start, whose marketplace this database holds. */
export function setMarketplace(database: DataSource, marketplace: Marketplace): void {
  known.set(database, marketplace);
}

/**
 * The marketplace this transaction belongs to: its country, calendar and zone. Rules deep in a
 * transaction need it without every command handing it down.
 */
export function marketplaceOf(manager: EntityManager): Marketplace {
  const marketplace = known.get(manager.dataSource);
  assert(marketplace !== undefined, "the marketplace is set when the platform opens");
  return marketplace;
}
