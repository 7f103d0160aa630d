import { createHash } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Stand } from "./stand.js";

const shops = 50;

/**
 * Orders a second, taken over from files in the format of the Olist data, as the import itself counts
 * its time: with a decision for every unit at its end, without the start of its process.
 */
export async function measureImport(stand: Stand, orders: number): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), "makegood-bench-import-"));
  try {
    for (const [name, rows] of Object.entries(filesOf(orders))) {
      writeFileSync(join(folder, name), `${rows.join("\n")}\n`);
    }
    await stand.runApi("import", "--format", "olist", folder);
    const { rows } = await stand.pg.query<{ seconds: string }>(
      `SELECT extract(epoch FROM finished_at - started_at) AS seconds FROM imports
       ORDER BY started_at DESC LIMIT 1`,
    );
    return orders / Number(rows[0]?.seconds);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Ids as those files have them: 32 digits that tell from their first ones on. */
const hex = (kind: string, number: number) =>
  createHash("sha256").update(`${kind}${number}`).digest("hex").slice(0, 32);

function filesOf(orders: number): Record<string, string[]> {
  const numbers = Array.from({ length: orders }, (_, index) => index);
  const day = (number: number) => `2018-0${(number % 8) + 1}-1${number % 10}`;
  return {
    "olist_customers_dataset.csv": [
      "customer_id,customer_unique_id,customer_zip_code_prefix,customer_city,customer_state",
      ...numbers.map((n) => `${hex("c", n)},${hex("u", n % 2_000)},01000,sao paulo,SP`),
    ],
    "olist_orders_dataset.csv": [
      "order_id,customer_id,order_status,order_purchase_timestamp,order_approved_at,order_delivered_carrier_date,order_delivered_customer_date,order_estimated_delivery_date",
      ...numbers.map(
        (n) =>
          `${hex("0", n)},${hex("c", n)},delivered,${day(n)} 10:00:00,${day(n)} 10:10:00,${day(n)} 12:00:00,${day(n)} 18:00:00,2018-09-30 00:00:00`,
      ),
    ],
    "olist_order_items_dataset.csv": [
      "order_id,order_item_id,product_id,seller_id,shipping_limit_date,price,freight_value",
      ...numbers.map(
        (n) =>
          `${hex("0", n)},1,${hex("a", n % 100)},${hex("5", n % shops)},2018-09-01 10:00:00,19.90,7.10`,
      ),
    ],
    "olist_order_payments_dataset.csv": [
      "order_id,payment_sequential,payment_type,payment_installments,payment_value",
      ...numbers.map((n) => `${hex("0", n)},1,credit_card,1,27.00`),
    ],
    "olist_order_reviews_dataset.csv": [
      "review_id,order_id,review_score,review_comment_title,review_comment_message,review_creation_date,review_answer_timestamp",
    ],
    "olist_products_dataset.csv": [
      "product_id,product_category_name,product_name_lenght,product_description_lenght,product_photos_qty,product_weight_g,product_length_cm,product_height_cm,product_width_cm",
      ...numbers.slice(0, 100).map((n) => `${hex("a", n)},moveis,40,400,1,1800,40,10,30`),
    ],
    "olist_sellers_dataset.csv": [
      "seller_id,seller_zip_code_prefix,seller_city,seller_state",
      ...numbers.slice(0, shops).map((n) => `${hex("5", n)},70740,brasilia,DF`),
    ],
    "product_category_name_translation.csv": [
      "product_category_name,product_category_name_english",
      "moveis,furniture",
    ],
  };
}
