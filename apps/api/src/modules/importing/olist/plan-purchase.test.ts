import { expect, test } from "vitest";
import { planPurchase } from "./plan-purchase.js";
import type { OlistFile, Row } from "./read-olist.js";

const row = (file: OlistFile, cells: Record<string, string>): Row => ({
  file,
  line: 2,
  cells,
  problem: null,
});
const order = row("orders", {
  order_id: "o1",
  customer_id: "c1",
  order_status: "delivered",
  order_purchase_timestamp: "2018-01-01 10:00:00",
});
const item = {
  order_item_id: "1",
  seller_id: "s1",
  product_id: "p1",
  price: "10.00",
  freight_value: "0.00",
};
const payment = {
  payment_sequential: "1",
  payment_type: "credit_card",
  payment_installments: "1",
  payment_value: "10.00",
};

function planned(change: {
  order?: Record<string, string>;
  item?: Record<string, string>;
  payment?: Record<string, string>;
  review?: Record<string, string>;
}) {
  const review = { review_id: "r1", order_id: "o1", review_score: "5" };
  return planPurchase(
    {
      order: { ...order, cells: { ...order.cells, ...change.order } },
      items: [row("items", { ...item, ...change.item })],
      payments: [row("payments", { ...payment, ...change.payment })],
      reviews: change.review ? [row("reviews", { ...review, ...change.review })] : [],
      customer: [row("customers", { customer_id: "c1", customer_unique_id: "person" })],
    },
    {
      now: new Date("2026-11-30T12:00:00Z"),
      contradicted: new Map(),
      sharedCharges: new Map(),
    },
  );
}

test("a payment that names its charge at Stripe keeps it, and one that doesn't has none", () => {
  const charge = { provider: "stripe", provider_charge_id: "ch_123" };
  expect(planned({ payment: charge })).toMatchObject({
    purchase: { payments: [{ charge: { provider: "stripe", id: "ch_123" } }] },
  });
  expect(planned({})).toMatchObject({ purchase: { payments: [{ charge: null }] } });
});

test.each([
  [
    "a provider we don't know",
    { payment: { provider: "paypal", provider_charge_id: "x" } },
    "provider",
  ],
  [
    "a provider's payment without its id",
    { payment: { provider: "stripe", provider_charge_id: "" } },
    "provider_charge_id",
  ],
  ["a price below zero", { item: { price: "-5.00" } }, "price"],
  ["a freight below zero", { item: { freight_value: "-0.01" } }, "freight_value"],
  ["a payment below zero", { payment: { payment_value: "-1.00" } }, "payment_value"],
  ["an amount of 17 digits", { item: { price: "12345678901234567" } }, "price"],
  ["an amount with its currency", { item: { price: "R$ 10,00" } }, "price"],
  ["an amount in groups", { item: { price: "1.234,50" } }, "price"],
  ["an empty amount", { item: { price: "" } }, "price"],
  [
    "February 30",
    { order: { order_delivered_customer_date: "2018-02-30 10:00:00" } },
    "order_delivered_customer_date",
  ],
  [
    "day and month turned around",
    { order: { order_purchase_timestamp: "31/12/2017 10:00" } },
    "order_purchase_timestamp",
  ],
  [
    "a purchase next year",
    { order: { order_purchase_timestamp: "2027-01-01 10:00:00" } },
    "order_purchase_timestamp",
  ],
  [
    "a delivery that has not come yet",
    { order: { order_delivered_customer_date: "2026-12-24 10:00:00" } },
    "order_delivered_customer_date",
  ],
  ["no time of purchase", { order: { order_purchase_timestamp: "" } }, "order_purchase_timestamp"],
  ["an unknown status", { order: { order_status: "melted" } }, "order_status"],
  ["a name of every object as status", { order: { order_status: "constructor" } }, "order_status"],
  ["an item of no seller", { item: { seller_id: "" } }, "seller_id"],
  ["a rating of 4.5", { review: { review_score: "4.5" } }, "review_score"],
  ["a rating of 0", { review: { review_score: "0" } }, "review_score"],
  ["an empty rating", { review: { review_score: "" } }, "review_score"],
  ["half an installment", { payment: { payment_installments: "1.5" } }, "payment_installments"],
])("refuses the order with %s, by its file, line and column", (_, change, column) => {
  expect(planned(change)).toMatchObject({ refused: { column, row: { line: 2 } } });
});

test("keeps what is odd but clear", () => {
  const sure = { review_creation_date: "", review_score: "5.0" };
  expect(planned({ item: { price: "13.489999999999998" }, review: sure })).toMatchObject({
    purchase: { totalMinor: 1_349, reviews: [{ rating: 5 }] },
  });
});
