import type { ImportFiles } from "./import-files.js";
import { count, countFile, type ImportReport } from "./import-report.js";
import { type PlannedPurchase, planPurchase, toMinor } from "./olist/plan-purchase.js";
import type { Row } from "./olist/read-olist.js";

/** What the orders before used of the files, and which they were. */
export interface Used {
  orders: Set<string>;
  customers: Set<string>;
  products: Set<string>;
  sellers: Set<string>;
}

export const nothingUsed = (): Used => ({
  orders: new Set(),
  customers: new Set(),
  products: new Set(),
  sellers: new Set(),
});

/** The orders that did not come before; those that did are refused by name. */
export function onceEach(orders: readonly Row[], used: Used, report: ImportReport): Row[] {
  return orders.filter(({ order_id: id = "" }) => {
    const isNew = !used.orders.has(id);
    used.orders.add(id);
    if (isNew) return true;
    countFile(report, "orders").refused++;
    count(report.refused, "order that the file has twice");
    return false;
  });
}

/** What is to be written of a batch of orders; what becomes of every row goes to the report. */
export function planBatch(
  orders: readonly Row[],
  files: ImportFiles,
  alreadyThere: ReadonlySet<string | null>,
  used: Used,
  report: ImportReport,
): PlannedPurchase[] {
  const batch: PlannedPurchase[] = [];
  for (const order of orders) {
    const id = order.order_id ?? "";
    const its = {
      items: files.items.groups.get(id) ?? [],
      payments: files.payments.groups.get(id) ?? [],
      reviews: files.reviews.groups.get(id) ?? [],
    };
    const fate = alreadyThere.has(`olist:${id}`) ? "alreadyThere" : "imported";
    const planned = planPurchase(order, its.items, its.payments);
    const outcome = "refused" in planned ? "refused" : fate;
    countFile(report, "orders")[outcome]++;
    for (const [file, rows] of Object.entries(its)) countFile(report, file)[outcome] += rows.length;
    if ("refused" in planned) {
      count(report.refused, planned.refused);
      continue;
    }
    used.customers.add(order.customer_id ?? "");
    for (const item of its.items) {
      used.products.add(item.product_id ?? "");
      used.sellers.add(item.seller_id ?? "");
    }
    report.capturedMinor.file += its.payments.reduce(
      (sum, row) => sum + (toMinor(row.payment_value) ?? 0),
      0,
    );
    if (fate === "alreadyThere") continue;
    batch.push(planned.purchase);
    for (const oddity of planned.purchase.oddities) count(report.kept, oddity);
  }
  return batch;
}

/** Accounts for the rows of the files beside the orders'. */
export function countFiles(files: ImportFiles, used: Used, report: ImportReport): void {
  countFile(report, "orders").rows = files.total;
  for (const name of ["items", "payments", "reviews"] as const) {
    const counted = countFile(report, name);
    counted.rows = files[name].count;
    // Rows of orders that are not in the orders file.
    counted.unused = counted.rows - counted.imported - counted.alreadyThere - counted.refused;
  }
  for (const name of ["customers", "products", "sellers"] as const) {
    const { groups, count: rows } = files[name];
    const imported = [...used[name]].reduce((sum, key) => sum + (groups.get(key)?.length ?? 0), 0);
    Object.assign(countFile(report, name), { rows, imported, unused: rows - imported });
  }
  const { count: categories } = files.categories;
  Object.assign(countFile(report, "categories"), { rows: categories, imported: categories });
}
