import { type Grouped, groupedBy, isSame, refuseOddRows, reportRepeated } from "./group-rows.js";
import { countFile, type ImportReport } from "./import-report.js";
import type { Known } from "./known.js";
import {
  lookAt,
  type OlistFile,
  type OlistSource,
  olistFiles,
  type Row,
  rowsOf,
} from "./olist/read-olist.js";
import { toInstant } from "./olist/strict-cells.js";

/** A folder's files as the import reads them; the orders alone are streamed. */
export interface ImportFiles {
  orders: OlistSource;
  items: Grouped;
  payments: Grouped;
  reviews: Grouped;
  customers: Grouped;
  products: Grouped;
  sellers: Grouped;
  categories: Grouped;
  /** How many rows the orders' file has. */
  total: number;
  /** When the last thing happened; null where nothing did. */
  newest: number | null;
  /** Rows of orders' file that another says word for word, by line. */
  repeatedOrders: ReadonlySet<number>;
  /** Orders that two rows say different things of, with the first row's line. */
  contradicted: ReadonlyMap<string, number>;
  /** Orders' customers, by the orders' ids. */
  customerOf: ReadonlyMap<string, string>;
  /** Payments by the charge they name, where several name one. */
  sharedCharges: ReadonlyMap<string, readonly Row[]>;
}

/** Looks at every file before a row of any is taken; throws `UnreadableFile` where one can't be read. */
export async function readFiles(
  folder: string,
  now: Date,
  report: ImportReport,
): Promise<ImportFiles> {
  const sources = {} as Record<OlistFile, OlistSource>;
  for (const file of Object.keys(olistFiles) as OlistFile[]) {
    const source = await lookAt(folder, file);
    sources[file] = source;
    if (source.encoding !== "utf-8" || source.delimiter !== ",") {
      const separator = source.delimiter === "\t" ? "tab" : source.delimiter;
      report.read.push(`${olistFiles[file]}: ${source.encoding}, separated by ${separator}`);
    }
  }
  const read = (file: OlistFile, group: string, ...key: string[]) =>
    groupedBy(sources[file], group, [group, ...key], report);
  const [items, payments, reviews, customers, products, sellers, categories] = await Promise.all([
    read("items", "order_id", "order_item_id"),
    read("payments", "order_id", "payment_sequential"),
    read("reviews", "order_id", "review_id"),
    read("customers", "customer_id"),
    read("products", "product_id"),
    read("sellers", "seller_id"),
    read("categories", "product_category_name"),
  ]);
  for (const described of [products, sellers, categories]) refuseOddRows(described, report);
  const files = { items, payments, reviews, customers, products, sellers, categories };
  const surveyed = await survey(sources.orders, now, report);
  return { ...files, ...surveyed, orders: sources.orders, sharedCharges: sharedIn(payments) };
}

/** What the files say beside their orders. */
export function knownOf(files: ImportFiles, shiftMs: number): Known {
  const first = ({ groups }: Grouped) =>
    new Map([...groups].flatMap(([key, [row]]) => (row ? [[key, row] as const] : [])));
  return {
    customers: files.customers.groups,
    sellers: first(files.sellers),
    products: first(files.products),
    categories: new Map(
      [...first(files.categories)].map(([name, { cells }]) => [
        name,
        cells.product_category_name_english || name,
      ]),
    ),
    shiftMs,
  };
}

const times = [
  "order_purchase_timestamp",
  "order_approved_at",
  "order_delivered_carrier_date",
  "order_delivered_customer_date",
] as const;

/** Reads the orders once before they are taken: how many, until when, and which are there twice. */
async function survey(source: OlistSource, now: Date, report: ImportReport) {
  let total = 0;
  let newest: number | null = null;
  const seen = new Map<string, Row>();
  const customerOf = new Map<string, string>();
  const repeatedOrders = new Set<number>();
  const contradicted = new Map<string, number>();
  for await (const order of rowsOf(source)) {
    total++;
    const id = order.cells.order_id ?? "";
    const twin = seen.get(id);
    customerOf.set(id, order.cells.customer_id ?? "");
    if (!twin) seen.set(id, order);
    else if (isSame(twin, order)) {
      repeatedOrders.add(order.line);
      reportRepeated(report, order, twin);
    } else contradicted.set(id, twin.line);
    for (const name of times) {
      const at = toInstant(order.cells[name] ?? "")?.getTime();
      // A slip of the pen in one order moves no other one.
      if (at !== undefined && at <= now.getTime() && (newest === null || at > newest)) newest = at;
    }
  }
  countFile(report, "orders").rows = total;
  return { total, newest, repeatedOrders, contradicted, customerOf };
}

/** Charges that several payments name: whose money it is can't be told. */
function sharedIn({ groups }: Grouped): Map<string, Row[]> {
  const byCharge = new Map<string, Row[]>();
  for (const row of [...groups.values()].flat()) {
    const { provider, provider_charge_id: charge } = row.cells;
    if (!provider || !charge) continue;
    const key = `${provider} ${charge}`;
    byCharge.set(key, [...(byCharge.get(key) ?? []), row]);
  }
  return new Map([...byCharge].filter(([, rows]) => rows.length > 1));
}

/** The orders in batches, one after another. */
export async function* batchesOf(source: OlistSource, size: number): AsyncGenerator<Row[]> {
  let batch: Row[] = [];
  for await (const order of rowsOf(source)) {
    batch.push(order);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
