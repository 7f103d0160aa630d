import { hash } from "@node-rs/argon2";
import { In } from "typeorm";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import type { ChargeRegistry } from "#modules/refund/exports/refund-provider.js";
import { sandboxPassword } from "#modules/sandbox/exports/sandbox-people.js";
import type { Platform } from "#platform/platform.js";
import { decideImported } from "./decide-imported.js";
import { count, countFile, emptyReport, type ImportReport } from "./import-report.js";
import type { Known } from "./known.js";
import { fromLocal } from "./olist/local-time.js";
import { type PlannedPurchase, planPurchase, toMinor } from "./olist/plan-purchase.js";
import { groupedBy, type Row, rowsOf } from "./olist/read-olist.js";
import { writePurchases } from "./write-purchases.js";

const batchSize = 250;

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
  const [items, payments, reviews, customers, products, sellers, categories] = await Promise.all([
    groupedBy(folder, "items", "order_id"),
    groupedBy(folder, "payments", "order_id"),
    groupedBy(folder, "reviews", "order_id"),
    groupedBy(folder, "customers", "customer_id"),
    groupedBy(folder, "products", "product_id"),
    groupedBy(folder, "sellers", "seller_id"),
    groupedBy(folder, "categories", "product_category_name"),
  ]);
  const { total, newest } = await survey(folder);
  const shiftMs = options.shiftToNow && newest ? platform.clock.now().getTime() - newest : 0;
  report.shiftedByDays = shiftMs / 86_400_000;
  const first = (groups: Map<string, Row[]>) =>
    new Map([...groups].flatMap(([key, [row]]) => (row ? [[key, row] as const] : [])));
  const known: Known = {
    customers: first(customers.groups),
    sellers: first(sellers.groups),
    products: first(products.groups),
    categories: new Map(
      [...first(categories.groups)].map(([name, row]) => [
        name,
        row.product_category_name_english ?? name,
      ]),
    ),
    reviews: reviews.groups,
    passwordHash: await hash(sandboxPassword),
    shiftMs,
  };

  const used = {
    customers: new Set<string>(),
    products: new Set<string>(),
    sellers: new Set<string>(),
  };
  let done = 0;
  const take = async (orders: Row[]) => {
    const ids = orders.map(({ order_id: id }) => `olist:${id}`);
    const there = await platform.database.manager.findBy(PurchaseEntity, { externalId: In(ids) });
    const alreadyThere = new Set(there.map(({ externalId }) => externalId));
    const batch: PlannedPurchase[] = [];
    for (const order of orders) {
      const id = order.order_id ?? "";
      const its = {
        items: items.groups.get(id) ?? [],
        payments: payments.groups.get(id) ?? [],
        reviews: reviews.groups.get(id) ?? [],
      };
      const fate = alreadyThere.has(`olist:${id}`) ? "alreadyThere" : "imported";
      const planned = planPurchase(order, its.items, its.payments);
      const outcome = "refused" in planned ? "refused" : fate;
      countFile(report, "orders")[outcome]++;
      for (const [file, rows] of Object.entries(its))
        countFile(report, file)[outcome] += rows.length;
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
      if (fate === "imported") {
        batch.push(planned.purchase);
        for (const oddity of planned.purchase.oddities) count(report.kept, oddity);
      }
    }
    if (batch.length > 0) await writePurchases(platform, provider, batch, known, report);
    report.capturedMinor.database += await capturedFor(platform, ids);
    done += orders.length;
    options.progress(done, total);
  };

  let waiting: Row[] = [];
  for await (const order of rowsOf(folder, "orders")) {
    waiting.push(order);
    if (waiting.length < batchSize) continue;
    await take(waiting);
    waiting = [];
  }
  if (waiting.length > 0) await take(waiting);

  countFile(report, "orders").rows = total;
  for (const [name, file] of Object.entries({ items, payments, reviews })) {
    const counted = countFile(report, name);
    counted.rows = file.count;
    // Rows of orders that are not in the orders file.
    counted.unused = file.count - counted.imported - counted.alreadyThere - counted.refused;
  }
  for (const [name, file] of Object.entries({ customers, products, sellers })) {
    const counted = countFile(report, name);
    const usedRows = [...used[name as keyof typeof used]].reduce(
      (sum, key) => sum + (file.groups.get(key)?.length ?? 0),
      0,
    );
    Object.assign(counted, { rows: file.count, imported: usedRows, unused: file.count - usedRows });
  }
  Object.assign(countFile(report, "categories"), {
    rows: categories.count,
    imported: categories.count,
  });
  report.decisions = await decideImported(platform);
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

/** How many orders there are, and when the last thing happened. */
async function survey(folder: string): Promise<{ total: number; newest: number | null }> {
  let total = 0;
  let newest: number | null = null;
  for await (const order of rowsOf(folder, "orders")) {
    total++;
    for (const name of [
      "order_purchase_timestamp",
      "order_approved_at",
      "order_delivered_carrier_date",
      "order_delivered_customer_date",
    ]) {
      const at = fromLocal(order[name])?.getTime();
      if (at !== undefined && (newest === null || at > newest)) newest = at;
    }
  }
  return { total, newest };
}
