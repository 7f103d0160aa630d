import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type OlistFile, olistFiles } from "#modules/importing/olist/read-olist.js";

type Cells = Record<string, string | number>;

/** One order of a made-up folder; what is left out is usual. */
export interface OrderOfFolder {
  id: string;
  /** The person; theirs is the order's customer, too. */
  person?: string;
  order?: Cells;
  /** Each is a unit: price, and what else differs. */
  items?: Cells[];
  payments?: Cells[];
  reviews?: Cells[];
}

const columns: Record<OlistFile, string[]> = {
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
    "provider",
    "provider_charge_id",
  ],
  reviews: [
    "review_id",
    "order_id",
    "review_score",
    "review_comment_title",
    "review_comment_message",
    "review_creation_date",
    "review_answer_timestamp",
  ],
  customers: ["customer_id", "customer_unique_id"],
  products: ["product_id", "product_category_name"],
  sellers: ["seller_id", "seller_city"],
  categories: ["product_category_name", "product_category_name_english"],
};

/** The lines of each file, its header first; change them before they are written. */
export type OlistLines = Record<OlistFile, string[]>;

const quoted = (cell: string | number) => {
  const text = String(cell);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};
const lineOf = (file: OlistFile, cells: Cells) =>
  columns[file].map((column) => quoted(cells[column] ?? "")).join(",");

/** Orders in Olist's format, line by line. */
export function olistLines(orders: readonly OrderOfFolder[]): OlistLines {
  const lines = Object.fromEntries(
    Object.entries(columns).map(([file, names]) => [file, [names.join(",")]]),
  ) as OlistLines;
  const sellers = new Set<string>();
  for (const { id, person, order, items, payments, reviews } of orders) {
    lines.orders.push(
      lineOf("orders", {
        order_id: id,
        customer_id: `customer-of-${id}`,
        order_status: "approved",
        order_purchase_timestamp: "2026-11-20 10:00:00",
        ...order,
      }),
    );
    const customer = { customer_id: `customer-of-${id}`, customer_unique_id: person ?? id };
    lines.customers.push(lineOf("customers", customer));
    for (const [index, item] of (items ?? [{ price: "50.00" }]).entries()) {
      const cells = {
        order_id: id,
        order_item_id: index + 1,
        product_id: "product",
        seller_id: "seller",
        freight_value: "0.00",
        ...item,
      };
      sellers.add(String(cells.seller_id));
      lines.items.push(lineOf("items", cells));
    }
    for (const [index, payment] of (payments ?? [{ payment_value: "50.00" }]).entries()) {
      const cells = {
        order_id: id,
        payment_sequential: index + 1,
        payment_type: "credit_card",
        payment_installments: 1,
        ...payment,
      };
      lines.payments.push(lineOf("payments", cells));
    }
    for (const [index, review] of (reviews ?? []).entries()) {
      const cells = { review_id: `review-${index}-of-${id}`, order_id: id, review_score: 5 };
      lines.reviews.push(lineOf("reviews", { ...cells, ...review }));
    }
  }
  for (const seller_id of sellers) lines.sellers.push(lineOf("sellers", { seller_id }));
  lines.products.push("product,moveis");
  lines.categories.push("moveis,furniture");
  return lines;
}

/** Writes them to a folder of their own, however they are encoded. Its path. */
export function writeFolder(
  lines: OlistLines,
  encode: (text: string, file: OlistFile) => string | Buffer = (text) => text,
): string {
  const folder = mkdtempSync(join(tmpdir(), "makegood-olist-"));
  for (const [file, name] of Object.entries(olistFiles) as [OlistFile, string][]) {
    writeFileSync(join(folder, name), encode(`${lines[file].join("\n")}\n`, file));
  }
  return folder;
}
