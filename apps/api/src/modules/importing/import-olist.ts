import { hash } from "@node-rs/argon2";
import pMap from "p-map";
import { In } from "typeorm";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import type { ChargeRegistry } from "#modules/refund/exports/refund-provider.js";
import { sandboxPassword } from "#modules/sandbox/exports/sandbox-people.js";
import type { Platform } from "#platform/platform.js";
import { adoptBuyers } from "./adopt-buyers.js";
import { catchUp } from "./catch-up.js";
import { decideImported } from "./decide-imported.js";
import { batchesOf, knownOf, readFiles } from "./import-files.js";
import { emptyReport, type ImportReport } from "./import-report.js";
import { makePeople } from "./make-people.js";
import type { PlannedPurchase } from "./olist/plan-purchase.js";
import { countFiles, nothingUsed, planBatch, refuseOrder, takeOrder } from "./plan-batch.js";
import { refuseTakenCharges } from "./taken-charges.js";
import { writePurchases } from "./write-purchases.js";

const batchSize = 500;
/** While the database writes one batch, the next is made ready. */
const batchesAtOnce = 2;

export interface ImportOptions {
  shiftToNow: boolean;
  /** Gives who was imported and has no password the demo's. In a sandbox alone. */
  demoPassword?: boolean;
  progress: (done: number, total: number) => void;
}

/**
 * Takes the orders of a folder in Olist's format over. Of what is there already only what happened
 * since is taken in, so that a second run, or one after a crash, adds what is missing. Every row of
 * every file is accounted for in the report. Throws `UnreadableFile` before anything is written.
 */
export async function importOlist(
  platform: Platform,
  provider: ChargeRegistry,
  folder: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const report = emptyReport();
  const now = platform.clock.now();
  const files = await readFiles(folder, now, report);
  const { total, newest } = files;
  const shiftMs = options.shiftToNow && newest ? now.getTime() - newest : 0;
  report.shiftedByDays = shiftMs / 86_400_000;
  const known = knownOf(files, shiftMs);
  const used = nothingUsed();
  await adoptBuyers(platform, files, report);

  /** One after another, since two batches may need the same new person. */
  async function* prepared() {
    for await (const rows of batchesOf(files.orders, batchSize)) {
      const planned = planBatch(rows, files, now, used, report);
      const externalIds = planned.map(({ externalId }) => externalId);
      const there = await platform.database.manager.find(PurchaseEntity, {
        select: { id: true, externalId: true },
        where: { externalId: In(externalIds) },
      });
      const isThere = new Set(there.map(({ externalId }) => externalId));
      const before = planned.filter(({ externalId }) => isThere.has(externalId));
      const fresh = planned.filter(({ externalId }) => !isThere.has(externalId));
      const refused = await refuseTakenCharges(platform, fresh);
      for (const [{ row }, why] of refused) refuseOrder(why, row, files, used, report);
      const batch = fresh.filter((purchase) => !refused.has(purchase));
      yield {
        rows: rows.length,
        before,
        batch,
        people: await makePeople(platform, batch, known, report),
      };
    }
  }

  let done = 0;
  await pMap(
    prepared(),
    async ({ rows, before, batch, people }) => {
      const written = await writePurchases(platform, provider, batch, people, known, report);
      for (const { purchase, rule } of written.refused) {
        const why = `the database refuses it by its rule ${rule}`;
        const refused = { name: "an order that the database refuses", column: null, why };
        refuseOrder({ ...refused, row: purchase.row }, purchase.row, files, used, report);
      }
      const agreed = await catchUp(platform, before, report);
      for (const purchase of written.taken) takeOrder(purchase, "imported", files, used, report);
      for (const purchase of before) takeOrder(purchase, "alreadyThere", files, used, report);
      for (const { oddities } of written.taken) {
        for (const oddity of oddities) report.kept[oddity] = (report.kept[oddity] ?? 0) + 1;
      }
      await compareMoney(platform, [...written.taken, ...agreed], report);
      const all = [...written.taken, ...before].map(({ externalId }) => externalId);
      // While the database writes another batch.
      await decideImported(platform, all, report.decisions);
      done += rows;
      options.progress(done, total);
    },
    { concurrency: batchesAtOnce },
  );
  countFiles(files, used, report);
  if (options.demoPassword) await giveDemoPassword(platform);
  return report;
}

/** Adds up what the files and the database say was paid for these. */
async function compareMoney(
  platform: Platform,
  purchases: readonly PlannedPurchase[],
  report: ImportReport,
): Promise<void> {
  const [row] = await platform.database.query(
    `SELECT COALESCE(SUM(p.captured_minor), 0) AS sum FROM payments p
     JOIN purchases u ON u.id = p.purchase_id WHERE u.external_id = ANY($1)`,
    [purchases.map(({ externalId }) => externalId)],
  );
  // Read first, added then: another batch may have added meanwhile.
  report.capturedMinor.database += Number(row.sum);
  for (const { payments } of purchases) {
    for (const { amountMinor } of payments) report.capturedMinor.file += amountMinor;
  }
}

async function giveDemoPassword({ database }: Platform): Promise<void> {
  await database.query(
    "UPDATE people SET password_hash = $1 WHERE external_id LIKE 'olist:%' AND password_hash IS NULL",
    [await hash(sandboxPassword)],
  );
}
