import { apportion } from "@makegood/domain/money/apportion";
import type { OrderStatus } from "@makegood/domain/order/order-machine";
import type { PaymentMethod } from "@makegood/domain/refund/allocate-refund";
import { type ProviderName, providerNames } from "#modules/order/exports/payment.entity.js";
import { fromLocal } from "./local-time.js";
import type { Row } from "./read-olist.js";

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
  deliveredAt: Date | null;
  /** What the buyer was told when they bought it. */
  estimatedDeliveryBy: Date | null;
  capturedMinor: number;
  notes: string[];
}

export interface PlannedPayment {
  method: PaymentMethod;
  label: string;
  amountMinor: number;
  /** Where it was captured, when the data says so: that provider alone can give it back. */
  charge: { provider: ProviderName; id: string } | null;
}

export interface PlannedPurchase {
  externalId: string;
  customerId: string;
  placedAt: Date;
  totalMinor: number;
  payments: PlannedPayment[];
  orders: PlannedOrder[];
  /** Why something is kept though it is odd, by its name. */
  oddities: string[];
}

export type Planned = { purchase: PlannedPurchase } | { refused: string };

/** The data's decimals as cents, without passing through binary fractions. */
export function toMinor(text: string | undefined): number | null {
  const found = /^(-?)(\d+)(?:\.(\d{1,2})\d*)?$/.exec((text ?? "").trim());
  if (!found) return null;
  const cents = Number(found[2]) * 100 + Number((found[3] ?? "").padEnd(2, "0"));
  return found[1] ? -cents : cents;
}

const statuses: Record<string, OrderStatus> = {
  created: "AWAITING_SHIPMENT",
  approved: "AWAITING_SHIPMENT",
  unavailable: "AWAITING_SHIPMENT",
  invoiced: "PROCESSING",
  processing: "PROCESSING",
  shipped: "SHIPPED",
  delivered: "DELIVERED",
  canceled: "CANCELED",
};

const methods: Record<string, [PaymentMethod, string]> = {
  credit_card: ["CARD", "Credit card"],
  debit_card: ["DEBIT_CARD", "Debit card"],
  boleto: ["BANK_SLIP", "Bank slip"],
  voucher: ["VOUCHER", "Voucher"],
  not_defined: ["UNKNOWN", "Payment of unknown kind"],
};

/** What an order of the data becomes: one purchase, one order for each seller; or why it can't. */
export function planPurchase(order: Row, items: Row[], payments: Row[]): Planned {
  const placedAt = fromLocal(order.order_purchase_timestamp);
  const status = statuses[order.order_status ?? ""];
  if (!placedAt) return { refused: "order without a readable time of purchase" };
  if (!status) return { refused: `order of unknown status ${order.order_status}` };
  if (items.length === 0) return { refused: "order without items: nobody sold anything" };
  const oddities: string[] = [];
  const paid = payments.map(planPayment);
  if (paid.some((payment) => payment === null))
    return { refused: "payment without a readable amount" };
  const planned = paid.filter((payment) => payment !== null);

  const shippedAt = fromLocal(order.order_delivered_carrier_date);
  const deliveredAt = fromLocal(order.order_delivered_customer_date);
  const shipped = status === "SHIPPED" || status === "DELIVERED";
  const notes: string[] = [];
  const odd = (name: string) => {
    oddities.push(name);
    notes.push(`Import: ${name}.`);
  };
  if (order.order_status === "unavailable") odd("the seller had marked it unavailable");
  if (order.order_status === "created") odd("it was never marked as approved");
  if (status === "CANCELED") odd("it was canceled before the import; no refund is in the data");
  if (shipped && !shippedAt) odd("shipped without a time of hand-over");
  if (status === "DELIVERED" && !deliveredAt) odd("delivered without a time of delivery");
  if (!shipped && shippedAt) odd("handed over though its status says otherwise");
  if (isOutOfOrder([placedAt, fromLocal(order.order_approved_at), shippedAt, deliveredAt])) {
    odd("times out of order");
  }
  if (payments.some(({ payment_type: type }) => type === "not_defined"))
    odd("payment of unknown kind");
  if (planned.length === 0) odd("no payment at all");
  if (planned.length > 1) oddities.push("several payments");

  if (payments.some(isOfUnknownProvider)) return { refused: "payment of a provider we don't know" };

  const orders = bySeller(items);
  if (orders.some(({ lines }) => lines === null))
    return { refused: "item without a readable price" };
  if (orders.length > 1) odd("one of several orders of the same purchase");
  const totals = orders.map(({ lines }) => totalOf(lines ?? []));
  const totalMinor = totals.reduce((sum, total) => sum + total, 0);
  const paidMinor = planned.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  if (planned.length > 0 && paidMinor !== totalMinor)
    odd("paid amount differs from items and freight");
  const shares = apportion(paidMinor, totals);
  return {
    purchase: {
      externalId: `olist:${order.order_id}`,
      customerId: order.customer_id ?? "",
      placedAt,
      totalMinor,
      payments: planned,
      oddities,
      orders: orders.map(({ sellerId, lines, shipBy }, index) => ({
        sellerId,
        status,
        lines: lines ?? [],
        shipBy,
        shippedAt: shipped ? (shippedAt ?? placedAt) : null,
        deliveredAt: status === "DELIVERED" ? (deliveredAt ?? shippedAt ?? placedAt) : null,
        estimatedDeliveryBy: fromLocal(order.order_estimated_delivery_date),
        capturedMinor: shares[index] ?? 0,
        notes: [...notes],
      })),
    },
  };
}

const totalOf = (lines: PlannedLine[]) =>
  lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity + line.shippingMinor, 0);

function planPayment(row: Row): PlannedPayment | null {
  const amountMinor = toMinor(row.payment_value);
  if (amountMinor === null || amountMinor < 0) return null;
  const [method, label] = methods[row.payment_type ?? ""] ?? ["UNKNOWN", "Payment of unknown kind"];
  const times = Number(row.payment_installments);
  return {
    method,
    label: times > 1 ? `${label}, ${times} instalments` : label,
    amountMinor,
    charge: chargeOf(row),
  };
}

/** Two columns that the format does not have and a shop may add. */
function chargeOf({ provider, provider_charge_id: id }: Row): PlannedPayment["charge"] {
  const known = providerNames.find((name) => name === provider);
  return known && id ? { provider: known, id } : null;
}

const isOfUnknownProvider = (row: Row) => Boolean(row.provider) && chargeOf(row) === null;

/** One group for each seller; equal units become one line with their quantity. */
function bySeller(items: Row[]) {
  const sellers = new Map<string, Row[]>();
  for (const item of items) {
    const seller = item.seller_id ?? "";
    sellers.set(seller, [...(sellers.get(seller) ?? []), item]);
  }
  return [...sellers].map(([sellerId, units]) => {
    const lines = new Map<string, PlannedLine>();
    let readable = true;
    for (const unit of units) {
      const unitPriceMinor = toMinor(unit.price);
      const freight = toMinor(unit.freight_value);
      if (unitPriceMinor === null || freight === null) {
        readable = false;
        continue;
      }
      const key = `${unit.product_id} ${unitPriceMinor}`;
      const line = lines.get(key);
      if (line) {
        line.quantity++;
        line.shippingMinor += freight;
      } else {
        const productId = unit.product_id ?? "";
        lines.set(key, { productId, quantity: 1, unitPriceMinor, shippingMinor: freight });
      }
    }
    const limits = units.flatMap(
      ({ shipping_limit_date: limit }) => fromLocal(limit)?.getTime() ?? [],
    );
    const shipBy = limits.length > 0 ? new Date(Math.max(...limits)) : null;
    return { sellerId, lines: readable ? [...lines.values()] : null, shipBy };
  });
}

function isOutOfOrder(times: (Date | null)[]): boolean {
  const known = times.filter((time) => time !== null);
  return known.some((time, index) => index > 0 && time < (known[index - 1] ?? time));
}
