import type { ImportFiles } from "./import-files.js";
import { count, countFile, type ImportReport, refuseRow } from "./import-report.js";
import { type PlannedPurchase, planPurchase } from "./olist/plan-purchase.js";
import type { OlistFile, Row } from "./olist/read-olist.js";
import type { Refused } from "./olist/reading.js";

/** What the orders before used of the files. */
export type Used = Record<"orders" | "customers" | "products" | "sellers", Set<string>>;

export const nothingUsed = (): Used => ({
  orders: new Set(),
  customers: new Set(),
  products: new Set(),
  sellers: new Set(),
});

/** The rows of an order, by their file. */
export const rowsOfOrder = (files: ImportFiles, order: Row) => {
  const id = order.cells.order_id ?? "";
  return {
    items: files.items.groups.get(id) ?? [],
    payments: files.payments.groups.get(id) ?? [],
    reviews: files.reviews.groups.get(id) ?? [],
  };
};

/** What the orders of a batch become; those that can't be taken are refused by name. */
export function planBatch(
  orders: readonly Row[],
  files: ImportFiles,
  now: Date,
  used: Used,
  report: ImportReport,
): PlannedPurchase[] {
  const { contradicted, sharedCharges, repeatedOrders } = files;
  return orders.flatMap((order) => {
    if (repeatedOrders.has(order.line)) return [];
    const its = rowsOfOrder(files, order);
    const customer = files.customers.groups.get(order.cells.customer_id ?? "") ?? [];
    const planned = planPurchase({ order, ...its, customer }, { now, contradicted, sharedCharges });
    if ("purchase" in planned) return [planned.purchase];
    refuseOrder(planned.refused, order, files, used, report);
    return [];
  });
}

/** Refuses an order by name; its rows go with it, once for two rows of the same order. */
export function refuseOrder(
  { name, row, column, why }: Refused,
  order: Row,
  files: ImportFiles,
  used: Used,
  report: ImportReport,
): void {
  const id = order.cells.order_id ?? "";
  count(report.refused, name);
  countFile(report, "orders").refused++;
  refuseRow(report, row, { column, why }, id);
  if (used.orders.has(id)) return;
  used.orders.add(id);
  for (const [file, rows] of Object.entries(rowsOfOrder(files, order))) {
    countFile(report, file).refused += rows.length;
  }
}

/** Counts an order's rows as taken, or as there already. */
export function takeOrder(
  { row }: PlannedPurchase,
  fate: "imported" | "alreadyThere",
  files: ImportFiles,
  used: Used,
  report: ImportReport,
): void {
  used.orders.add(row.cells.order_id ?? "");
  countFile(report, "orders")[fate]++;
  for (const [file, rows] of Object.entries(rowsOfOrder(files, row))) {
    countFile(report, file)[fate] += rows.length;
  }
  used.customers.add(row.cells.customer_id ?? "");
  for (const { cells } of rowsOfOrder(files, row).items) {
    used.products.add(cells.product_id ?? "");
    used.sellers.add(cells.seller_id ?? "");
  }
}

/** Accounts for the rows of the files beside the orders'. */
export function countFiles(files: ImportFiles, used: Used, report: ImportReport): void {
  for (const name of ["items", "payments", "reviews"] as const) {
    countRest(name, files, report, (id) => used.orders.has(id));
  }
  for (const name of ["customers", "products", "sellers"] as const) {
    const { groups } = files[name];
    for (const key of used[name]) {
      countFile(report, name).imported += groups.get(key)?.length ?? 0;
    }
    countRest(name, files, report, (id) => used[name].has(id));
  }
  const categories = countFile(report, "categories");
  categories.rows = files.categories.count;
  categories.imported = categories.rows - categories.refused - categories.repeated;
}

/** Rows that belong to nothing that was taken: odd ones are refused by name, the others unused. */
function countRest(
  name: Exclude<OlistFile, "orders">,
  files: ImportFiles,
  report: ImportReport,
  isCounted: (key: string) => boolean,
): void {
  const counted = countFile(report, name);
  counted.rows = files[name].count;
  for (const [key, rows] of files[name].groups) {
    if (isCounted(key)) continue;
    for (const row of rows) {
      if (row.problem) refuseRow(report, row, row.problem);
      counted[row.problem ? "refused" : "unused"]++;
    }
  }
}
