import { existsSync } from "node:fs";
import { join } from "node:path";
import { parse as parseNow } from "csv-parse/sync";
import { type Encoding, encodingOf, textOf, UnreadableFile } from "./read-text.js";

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

/** The columns without which a file says nothing; it may have more. */
const neededColumns: Record<OlistFile, readonly string[]> = {
  orders: [
    "order_id",
    "customer_id",
    "order_status",
    "order_purchase_timestamp",
    "order_approved_at",
    "order_delivered_carrier_date",
    "order_delivered_customer_date",
    "order_estimated_delivery_date",
  ],
  items: [
    "order_id",
    "order_item_id",
    "product_id",
    "seller_id",
    "shipping_limit_date",
    "price",
    "freight_value",
  ],
  payments: [
    "order_id",
    "payment_sequential",
    "payment_type",
    "payment_installments",
    "payment_value",
  ],
  reviews: ["review_id", "order_id", "review_score", "review_creation_date"],
  customers: ["customer_id", "customer_unique_id"],
  products: ["product_id", "product_category_name"],
  sellers: ["seller_id", "seller_city"],
  categories: ["product_category_name", "product_category_name_english"],
};
/** Columns whose text may hold line breaks; in any other one a quote was left open. */
const freeText = new Set(["review_comment_title", "review_comment_message"]);

/** What is wrong with a row, and in which column where that is known. */
export interface RowProblem {
  column: string | null;
  why: string;
}

/** A row with where it stands. */
export interface Row {
  file: OlistFile;
  line: number;
  cells: Readonly<Record<string, string>>;
  problem: RowProblem | null;
}

/** A file that was looked at: how to read it. */
export interface OlistSource {
  file: OlistFile;
  path: string;
  encoding: Encoding;
  delimiter: string;
  columns: readonly string[];
}

/** Files that are not there; empty when the folder can be read. */
export function missingFiles(folder: string): string[] {
  return Object.values(olistFiles).filter((name) => !existsSync(join(folder, name)));
}

const delimiters = [",", ";", "\t", "|"] as const;
const lenient = { relax_column_count: true, relax_quotes: true } as const;

/** Finds out how a file is encoded and what separates its columns, or says what is wrong with it. */
export async function lookAt(folder: string, file: OlistFile): Promise<OlistSource> {
  const name = olistFiles[file];
  const path = join(folder, name);
  const encoding = await encodingOf(path);
  let text = "";
  for await (const chunk of textOf(path, encoding)) {
    text += chunk;
    if (/\S[^\n\r]*[\n\r]/.test(text)) break;
  }
  const header = text.split(/[\n\r]+/).find((line) => line.trim() !== "") ?? "";
  const read = delimiters.map((delimiter) => {
    const [cells = []] = parseNow(header, { ...lenient, delimiter }) as string[][];
    const columns = cells.map((cell) => cell.trim());
    const missing = neededColumns[file].filter((column) => !columns.includes(column));
    return { delimiter, columns, missing };
  });
  const best = read.reduce((a, b) => (b.missing.length < a.missing.length ? b : a));
  if (best.missing.length > 0) {
    throw new UnreadableFile(
      `${name}: its first line lacks the columns ${best.missing.join(", ")}. Columns are separated by a comma, semicolon, tab or |.`,
    );
  }
  const twice = best.columns.find((column, index) => best.columns.indexOf(column) !== index);
  if (twice) throw new UnreadableFile(`${name}: its first line names the column ${twice} twice.`);
  const { delimiter, columns } = best;
  return { file, path, encoding, delimiter, columns };
}

/** As long as any text that a person wrote; a quote that is open longer was left open. */
const mostLinesOfARow = 100;

/** The rows of a file one by one, so that size does not matter. A row that is odd says so itself. */
export async function* rowsOf(source: OlistSource): AsyncGenerator<Row> {
  const lines = linesOf(textOf(source.path, source.encoding));
  const ahead: string[] = [];
  let at = 0;
  let isHeader = true;
  for (;;) {
    if (ahead.length === 0 && !(await readAhead())) return;
    let used = 1;
    let read = cellsOf(source, ahead.slice(0, used));
    while (read === "OPEN" && used < mostLinesOfARow) {
      if (ahead.length === used && !(await readAhead())) break;
      used++;
      read = cellsOf(source, ahead.slice(0, used));
    }
    // A quote that was left open would take the rows after it along: its line alone is odd.
    if (typeof read === "string") used = 1;
    const [line = ""] = ahead.splice(0, used);
    const start = at + 1;
    at += used;
    if (line.trim() === "") continue;
    if (isHeader) isHeader = false;
    else if (typeof read === "string") {
      const problem = { column: null, why: "a quote is not where one may be, or is never closed" };
      const row = rowOf(source, line.split(source.delimiter), start);
      yield { ...row, problem: row.problem ?? problem };
    } else yield rowOf(source, read, start);
  }

  async function readAhead(): Promise<boolean> {
    const { value, done } = await lines.next();
    if (!done) ahead.push(value);
    return !done;
  }
}

/**
 * The cells of a row that stands on these lines: OPEN while a quote of it is open, BROKEN where it is
 * none. Line breaks may stand only in what people wrote: anywhere else a quote was left open.
 */
function cellsOf(
  { delimiter, columns }: OlistSource,
  lines: readonly string[],
): string[] | "OPEN" | "BROKEN" {
  const text = lines.join("\n");
  if (!text.includes('"')) return text.split(delimiter);
  try {
    const records = parseNow(text, { delimiter, relax_column_count: true }) as string[][];
    const [cells = []] = records;
    const isOne =
      lines.length === 1 ||
      (records.length === 1 &&
        cells.length === columns.length &&
        cells.every((cell, index) => !cell.includes("\n") || freeText.has(columns[index] ?? "")));
    return isOne ? cells : "BROKEN";
  } catch (error) {
    return (error as { code?: string }).code === "CSV_QUOTE_NOT_CLOSED" ? "OPEN" : "BROKEN";
  }
}

/** The lines of a text, whichever way they are broken. */
async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string, undefined> {
  let rest = "";
  for await (const chunk of chunks) {
    const text = rest + chunk;
    // What ends a chunk may be the first half of a line break.
    const end = text.endsWith("\r") ? text.length - 1 : text.length;
    const lines = text.slice(0, end).split(/\r\n|\n|\r/);
    rest = (lines.pop() ?? "") + text.slice(end);
    yield* lines;
  }
  if (rest !== "") yield* rest.split(/\r\n|\n|\r/);
  return undefined;
}

function rowOf(source: OlistSource, record: readonly string[], line: number): Row {
  const { file, columns } = source;
  const cells = Object.fromEntries(columns.map((column, index) => [column, record[index] ?? ""]));
  const withNull = columns.find((column) => cells[column]?.includes("\0"));
  const problem =
    record.length !== columns.length
      ? {
          column: null,
          why: `the row has ${record.length} columns instead of ${columns.length}`,
        }
      : withNull !== undefined
        ? { column: withNull, why: "a null character in the text" }
        : null;
  return { file, line, cells, problem };
}
