import { hash } from "@node-rs/argon2";
import { sandboxPassword } from "#modules/sandbox/exports/sandbox-people.js";
import type { Known } from "./known.js";
import { fromLocal } from "./olist/local-time.js";
import { groupedBy, type Row, rowsOf } from "./olist/read-olist.js";

/** The rows of one file by what they belong to. */
type Grouped = Awaited<ReturnType<typeof groupedBy>>;

/** A folder's files as the import reads them; the orders alone are streamed. */
export interface ImportFiles {
  items: Grouped;
  payments: Grouped;
  reviews: Grouped;
  customers: Grouped;
  products: Grouped;
  sellers: Grouped;
  categories: Grouped;
  /** How many orders there are. */
  total: number;
  /** When the last thing happened; null where nothing did. */
  newest: number | null;
}

export async function readFiles(folder: string): Promise<ImportFiles> {
  const [items, payments, reviews, customers, products, sellers, categories] = await Promise.all([
    groupedBy(folder, "items", "order_id"),
    groupedBy(folder, "payments", "order_id"),
    groupedBy(folder, "reviews", "order_id"),
    groupedBy(folder, "customers", "customer_id"),
    groupedBy(folder, "products", "product_id"),
    groupedBy(folder, "sellers", "seller_id"),
    groupedBy(folder, "categories", "product_category_name"),
  ]);
  const files = { items, payments, reviews, customers, products, sellers, categories };
  return { ...files, ...(await survey(folder)) };
}

/** What the files say beside their orders. */
export async function knownOf(files: ImportFiles, shiftMs: number): Promise<Known> {
  const first = ({ groups }: Grouped) =>
    new Map([...groups].flatMap(([key, [row]]) => (row ? [[key, row] as const] : [])));
  return {
    customers: first(files.customers),
    sellers: first(files.sellers),
    products: first(files.products),
    categories: new Map(
      [...first(files.categories)].map(([name, row]) => [
        name,
        row.product_category_name_english ?? name,
      ]),
    ),
    reviews: files.reviews.groups,
    passwordHash: await hash(sandboxPassword),
    shiftMs,
  };
}

const times = [
  "order_purchase_timestamp",
  "order_approved_at",
  "order_delivered_carrier_date",
  "order_delivered_customer_date",
] as const;

async function survey(folder: string): Promise<Pick<ImportFiles, "total" | "newest">> {
  let total = 0;
  let newest: number | null = null;
  for await (const order of rowsOf(folder, "orders")) {
    total++;
    for (const name of times) {
      const at = fromLocal(order[name])?.getTime();
      if (at !== undefined && (newest === null || at > newest)) newest = at;
    }
  }
  return { total, newest };
}

/** The orders in batches, one after another. */
export async function* batchesOf(folder: string, size: number): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const order of rowsOf(folder, "orders")) {
    batch.push(order);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
