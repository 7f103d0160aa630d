import type { EntityManager } from "typeorm";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";

/** What a provider said of an item's subject just now. */
export interface Asked {
  /** Whether the books still differ; locks what it compares, which comes before the item. */
  differs(manager: EntityManager): Promise<boolean>;
  /** Records that what it still does not have never went. */
  bookAsUnpaid?(unit: UnitOfWork): Promise<void>;
}
