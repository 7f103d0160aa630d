import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse";

/** The files of the format, by the part of the name that tells them apart. */
export const olistFiles = {
  orders: "olist_orders_dataset.csv",
  items: "olist_order_items_dataset.csv",
  payments: "olist_order_payments_dataset.csv",
  reviews: "olist_order_reviews_dataset.csv",
  customers: "olist_customers_dataset.csv",
  products: "olist_products_dataset.csv",
  sellers: "olist_sellers_dataset.csv",
  categories: "product_category_name_translation.csv",
} as const;
export type OlistFile = keyof typeof olistFiles;

export type Row = Record<string, string>;

/** Files that are not there; empty when the folder can be read. */
export function missingFiles(folder: string): string[] {
  return Object.values(olistFiles).filter((name) => !existsSync(join(folder, name)));
}

/** The rows of a file one by one, so that size does not matter. */
export async function* rowsOf(folder: string, file: OlistFile): AsyncGenerator<Row> {
  const parser = createReadStream(join(folder, olistFiles[file])).pipe(
    parse({ columns: true, bom: true, skip_empty_lines: true }),
  );
  for await (const row of parser as AsyncIterable<Row>) yield row;
}

export async function groupedBy(
  folder: string,
  file: OlistFile,
  key: string,
): Promise<{ groups: Map<string, Row[]>; count: number }> {
  const groups = new Map<string, Row[]>();
  let count = 0;
  for await (const row of rowsOf(folder, file)) {
    count++;
    const name = row[key] ?? "";
    const group = groups.get(name);
    if (group) group.push(row);
    else groups.set(name, [row]);
  }
  return { groups, count };
}
