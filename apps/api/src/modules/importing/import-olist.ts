import pMap from "p-map";
import { In } from "typeorm";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import type { ChargeRegistry } from "#modules/refund/exports/refund-provider.js";
import type { Platform } from "#platform/platform.js";
import { decideImported } from "./decide-imported.js";
import { batchesOf, knownOf, readFiles } from "./import-files.js";
import { emptyReport, type ImportReport } from "./import-report.js";
import { makePeople } from "./make-people.js";
import { countFiles, nothingUsed, onceEach, planBatch } from "./plan-batch.js";
import { writePurchases } from "./write-purchases.js";

const batchSize = 500;
/** While the database writes one batch, the next is made ready. */
const batchesAtOnce = 2;

/**
 * Takes the orders of a folder in Olist's format over. What is there already stays as it is, so that
 * a second run, or one after a crash, only adds what is missing. Every row of every file is
 * accounted for in the report.
 */
export async function importOlist(
  platform: Platform,
  provider: ChargeRegistry,
  folder: string,
  options: { shiftToNow: boolean; progress: (done: number, total: number) => void },
): Promise<ImportReport> {
  const report = emptyReport();
  const files = await readFiles(folder);
  const { total, newest } = files;
  const shiftMs = options.shiftToNow && newest ? platform.clock.now().getTime() - newest : 0;
  report.shiftedByDays = shiftMs / 86_400_000;
  const known = await knownOf(files, shiftMs);
  const used = nothingUsed();

  /** One after another, since two batches may need the same new person. */
  async function* prepared() {
    for await (const rows of batchesOf(folder, batchSize)) {
      const orders = onceEach(rows, used, report);
      const ids = orders.map(({ order_id: id }) => `olist:${id}`);
      const there = await platform.database.manager.findBy(PurchaseEntity, { externalId: In(ids) });
      const alreadyThere = new Set(there.map(({ externalId }) => externalId));
      const batch = planBatch(orders, files, alreadyThere, used, report);
      yield {
        rows: rows.length,
        ids,
        batch,
        people: await makePeople(platform, batch, known, report),
      };
    }
  }

  let done = 0;
  await pMap(
    prepared(),
    async ({ rows, ids, batch, people }) => {
      if (batch.length > 0) await writePurchases(platform, provider, batch, people, known, report);
      // Read first, added then: another batch may have added meanwhile.
      const captured = await capturedFor(platform, ids);
      report.capturedMinor.database += captured;
      // While the database writes another batch.
      await decideImported(platform, ids, report.decisions);
      done += rows;
      options.progress(done, total);
    },
    { concurrency: batchesAtOnce },
  );
  countFiles(files, used, report);
  return report;
}

/** What the database says was captured for these purchases. */
async function capturedFor(platform: Platform, externalIds: string[]): Promise<number> {
  const [row] = await platform.database.query(
    `SELECT COALESCE(SUM(p.captured_minor), 0) AS sum FROM payments p
     JOIN purchases u ON u.id = p.purchase_id WHERE u.external_id = ANY($1)`,
    [externalIds],
  );
  return Number(row.sum);
}
