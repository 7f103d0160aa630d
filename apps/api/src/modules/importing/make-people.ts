import type { Platform } from "#platform/platform.js";
import type { ImportReport } from "./import-report.js";
import type { Known } from "./known.js";
import { type ImportedBuyer, makeBuyers } from "./make-buyers.js";
import { type ImportedShop, makeShops } from "./make-shops.js";
import type { PlannedPurchase } from "./olist/plan-purchase.js";

/** Who bought and who sold, by what the data calls them. */
export interface ImportedPeople {
  buyers: ReadonlyMap<string, ImportedBuyer>;
  shops: ReadonlyMap<string, ImportedShop>;
}

/** The batch's people, committed before its orders are written: another batch may need them. */
export const makePeople = (
  { database, clock }: Platform,
  batch: readonly PlannedPurchase[],
  known: Known,
  report: ImportReport,
): Promise<ImportedPeople> =>
  database.transaction(async (manager) => ({
    buyers: await makeBuyers(manager, batch, clock.now(), report),
    shops: await makeShops(manager, batch, known, clock.now(), report),
  }));
