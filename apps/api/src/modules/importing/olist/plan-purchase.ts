import { apportion } from "@makegood/domain/money/apportion";
import type { OrderStatus } from "@makegood/domain/order/order-machine";
import { contradiction } from "../group-rows.js";
import { type PlannedPayment, planPayment } from "./plan-payments.js";
import type { Row } from "./read-olist.js";
import { Reading, type Refused } from "./reading.js";
import { toRating } from "./strict-cells.js";

export interface PlannedLine {
  productId: string;
  quantity: number;
  unitPriceMinor: number;
  shippingMinor: number;
}

export interface PlannedOrder {
  sellerId: string;
  status: OrderStatus;
  lines: PlannedLine[];
  shipBy: Date | null;
  shippedAt: Date | null;
  /** Null also for what was delivered nobody says when. */
  deliveredAt: Date | null;
  /** What the buyer was told when they bought it. */
  estimatedDeliveryBy: Date | null;
  capturedMinor: number;
  notes: string[];
}

export interface PlannedReview {
  /** Unique in the format by review and order together. */
  externalId: string;
  rating: number;
  words: string | null;
  /** Null where nobody says when. */
  givenAt: Date | null;
}

export interface PlannedPurchase {
  externalId: string;
  /** The person who bought it, who may have bought several times. */
  personId: string;
  placedAt: Date;
  totalMinor: number;
  payments: PlannedPayment[];
  orders: PlannedOrder[];
  reviews: PlannedReview[];
  /** Why something is kept though it is odd, by its name. */
  oddities: string[];
  /** Its row in the orders' file. */
  row: Row;
}

export type Planned = { purchase: PlannedPurchase } | { refused: Refused };

/** An order of the data with all the rows that belong to it. */
export interface OrderRows {
  order: Row;
  items: readonly Row[];
  payments: readonly Row[];
  reviews: readonly Row[];
  /** Its customer's; one, where the files are in order. */
  customer: readonly Row[];
}

/** What the rows are read against. */
export interface PlanSetting {
  now: Date;
  /** Orders that two rows say different things of, with the first row's line. */
  contradicted: ReadonlyMap<string, number>;
  /** Payments by the charge they name, where several name one. */
  sharedCharges: ReadonlyMap<string, readonly Row[]>;
}

const statuses = new Map<string, OrderStatus>([
  ["created", "AWAITING_SHIPMENT"],
  ["approved", "AWAITING_SHIPMENT"],
  ["unavailable", "AWAITING_SHIPMENT"],
  ["invoiced", "PROCESSING"],
  ["processing", "PROCESSING"],
  ["shipped", "SHIPPED"],
  ["delivered", "DELIVERED"],
  ["canceled", "CANCELED"],
]);

/**
 * What an order of the data becomes: one purchase, one order for each seller; or why it can't, by the
 * first cell that is odd. An order is taken whole or not at all.
 */
export function planPurchase(rows: OrderRows, setting: PlanSetting): Planned {
  const { order, items, payments } = rows;
  const reading = new Reading(setting.now);
  const orderId = reading.id(order, "order_id");
  const first = setting.contradicted.get(orderId);
  if (first !== undefined && first !== order.line) {
    const { column, why } = contradiction({ ...order, line: first }, ["order_id"]);
    reading.refuse(order, column, "order that the file has twice, differently", why);
  } else if (first !== undefined) {
    reading.refuse(order, "order_id", "order that the file has twice, differently");
  }
  reading.whole([order, ...items, ...payments, ...rows.reviews, ...rows.customer]);
  const state = reading.text(order, "order_status");
  const status = statuses.get(state);
  if (!status) reading.refuse(order, "order_status", `order of unknown status ${state}`);
  const placedAt = reading.past(order, "order_purchase_timestamp");
  if (!placedAt) {
    reading.refuse(order, "order_purchase_timestamp", "order without a time of purchase");
  }
  const personId = personOf(reading, rows);
  if (items.length === 0) reading.refuse(order, null, "order without items: nobody sold anything");
  const planned = payments.map((row) => planPayment(reading, row, setting.sharedCharges));
  const sold = bySeller(reading, items);
  const reviews = rows.reviews.map((row) => planReview(reading, row));
  const approvedAt = reading.past(order, "order_approved_at");
  const shippedAt = reading.past(order, "order_delivered_carrier_date");
  const deliveredAt = reading.past(order, "order_delivered_customer_date");
  const estimatedDeliveryBy = reading.time(order, "order_estimated_delivery_date");
  if (reading.refused || !status || !placedAt)
    return { refused: reading.refused ?? { name: "", row: order, column: null, why: "" } };

  const oddities: string[] = [];
  const notes: string[] = [];
  const odd = (name: string) => {
    oddities.push(name);
    notes.push(`Import: ${name}.`);
  };
  const shipped = status === "SHIPPED" || status === "DELIVERED";
  if (state === "unavailable") odd("the seller had marked it unavailable");
  if (state === "created") odd("it was never marked as approved");
  if (status === "CANCELED") odd("it was canceled before the import; no refund is in the data");
  if (shipped && !shippedAt) odd("shipped without a time of hand-over");
  if (status === "DELIVERED" && !deliveredAt) odd("delivered without a time of delivery");
  if (!shipped && shippedAt) odd("handed over though its status says otherwise");
  if (isOutOfOrder([placedAt, approvedAt, shippedAt, deliveredAt])) odd("times out of order");
  if (planned.some(({ method }) => method === "UNKNOWN")) odd("payment of unknown kind");
  if (planned.length === 0) odd("no payment at all");
  if (planned.length > 1) oddities.push("several payments");
  if (sold.length > 1) odd("one of several orders of the same purchase");
  const totals = sold.map(({ lines }) => totalOf(lines));
  const totalMinor = totals.reduce((sum, total) => sum + total, 0);
  const paidMinor = planned.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (planned.length > 0 && paidMinor !== totalMinor)
    odd("paid amount differs from items and freight");
  const shares = apportion(paidMinor, totals);
  return {
    purchase: {
      externalId: `olist:${orderId}`,
      personId,
      placedAt,
      totalMinor,
      payments: planned,
      reviews,
      oddities,
      row: order,
      orders: sold.map(({ sellerId, lines, shipBy }, index) => ({
        sellerId,
        status,
        lines,
        shipBy,
        shippedAt: shipped ? (shippedAt ?? placedAt) : null,
        deliveredAt: status === "DELIVERED" ? deliveredAt : null,
        estimatedDeliveryBy,
        capturedMinor: shares[index] ?? 0,
        notes: [...notes],
      })),
    },
  };
}

/** Who bought it. Without their row nobody knows whose other orders these would be seen with. */
function personOf(reading: Reading, { order, customer: [customer] }: OrderRows): string {
  reading.id(order, "customer_id");
  if (customer) return reading.id(customer, "customer_unique_id");
  reading.refuse(order, "customer_id", "order of a customer who is not in the customers' file");
  return "";
}

const totalOf = (lines: readonly PlannedLine[]) =>
  lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity + line.shippingMinor, 0);

function planReview(reading: Reading, row: Row): PlannedReview {
  const [review, order] = [reading.id(row, "review_id"), reading.text(row, "order_id")];
  const score = reading.text(row, "review_score");
  const rating = toRating(score);
  if (rating === null) {
    const why = `"${score.slice(0, 40)}" is no rating from 1 to 5`;
    reading.refuse(row, "review_score", "a rating that can't be read", why);
  }
  const words = [row.cells.review_comment_title, row.cells.review_comment_message]
    .map((text) => text?.trim())
    .filter(Boolean)
    .join(" · ");
  return {
    // Ids may hold the sign that stands between them.
    externalId: `olist:${[review, order].map((id) => encodeURIComponent(id)).join(":")}`,
    rating: rating ?? 1,
    words: words || null,
    givenAt: reading.past(row, "review_creation_date"),
  };
}

/** One group for each seller; equal units become one line with their quantity. */
function bySeller(reading: Reading, items: readonly Row[]) {
  const sellers = new Map<string, { lines: Map<string, PlannedLine>; limits: number[] }>();
  for (const item of items) {
    if (reading.count(item, "order_item_id") === null) {
      reading.refuse(item, "order_item_id", "an item without its number");
    }
    const sellerId = reading.id(item, "seller_id");
    const productId = reading.id(item, "product_id");
    const unitPriceMinor = reading.amount(item, "price");
    const freight = reading.amount(item, "freight_value");
    const limit = reading.time(item, "shipping_limit_date");
    const seller = sellers.get(sellerId) ?? {
      lines: new Map<string, PlannedLine>(),
      limits: [] as number[],
    };
    sellers.set(sellerId, seller);
    if (limit) seller.limits.push(limit.getTime());
    const key = `${unitPriceMinor} ${productId}`;
    const line = seller.lines.get(key);
    if (line) {
      line.quantity++;
      line.shippingMinor += freight;
    } else {
      seller.lines.set(key, { productId, quantity: 1, unitPriceMinor, shippingMinor: freight });
    }
  }
  return [...sellers].map(([sellerId, { lines, limits }]) => ({
    sellerId,
    lines: [...lines.values()],
    shipBy: limits.length > 0 ? new Date(Math.max(...limits)) : null,
  }));
}

function isOutOfOrder(times: (Date | null)[]): boolean {
  const known = times.filter((time) => time !== null);
  return known.some((time, index) => index > 0 && time < (known[index - 1] ?? time));
}
