import { importedDomain } from "#modules/sandbox/exports/sandbox-people.js";
import type { Platform } from "#platform/platform.js";
import type { ImportFiles } from "./import-files.js";
import type { ImportReport } from "./import-report.js";
import { customerExternalId } from "./make-buyers.js";

/**
 * Buyers who were imported when only the start of their id was kept get all of it, as the files say
 * it: before anything new is taken, so that it finds them. Where one account holds what several people
 * bought, it stays as it is, can't be claimed by any of them, and is named.
 */
export async function adoptBuyers(
  { database }: Platform,
  { customerOf, customers }: ImportFiles,
  report: ImportReport,
): Promise<void> {
  const rows: { buyer: string; orders: string[] }[] = await database.query(
    `SELECT p.id AS buyer, array_agg(substr(u.external_id, length('olist:') + 1)) AS orders
     FROM people p JOIN purchases u ON u.buyer_id = p.id
     WHERE p.external_id IS NULL AND p.email LIKE $1 AND u.external_id IS NOT NULL GROUP BY p.id`,
    [`%@${importedDomain}`],
  );
  for (const { buyer, orders } of rows) {
    const ids = orders.map((order) => wholeIdOf(order));
    const [first] = ids;
    if (first && ids.every((id) => id === first)) {
      await database.query(
        `UPDATE people SET external_id = $2 WHERE id = $1
         AND NOT EXISTS (SELECT 1 FROM people WHERE external_id = $2)`,
        [buyer, customerExternalId(first)],
      );
    } else if (ids.some((id) => id !== null)) {
      report.differences.push({
        order: orders.join(", "),
        what: "an earlier import put them into one account by the start of an id; the files say they are not one person's, or don't say whose",
      });
    }
  }

  function wholeIdOf(order: string): string | null {
    const [customer] = customers.groups.get(customerOf.get(order) ?? "") ?? [];
    return customer?.cells.customer_unique_id || null;
  }
}
