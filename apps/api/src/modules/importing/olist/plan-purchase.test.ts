import { expect, test } from "vitest";
import { planPurchase } from "./plan-purchase.js";

const order = {
  order_id: "o1",
  customer_id: "c1",
  order_status: "delivered",
  order_purchase_timestamp: "2018-01-01 10:00:00",
};
const items = [{ seller_id: "s1", product_id: "p1", price: "10.00", freight_value: "0.00" }];
const payment = { payment_type: "credit_card", payment_installments: "1", payment_value: "10.00" };
const planned = (more: Record<string, string>) =>
  planPurchase(order, items, [{ ...payment, ...more }]);

test("a payment that names its charge at Stripe keeps it, and one that doesn't has none", () => {
  const charge = { provider: "stripe", provider_charge_id: "ch_123" };
  expect(planned(charge)).toMatchObject({
    purchase: { payments: [{ charge: { provider: "stripe", id: "ch_123" } }] },
  });
  expect(planned({})).toMatchObject({ purchase: { payments: [{ charge: null }] } });
});

test("a payment of a provider that we don't know is refused by name, not guessed", () => {
  const refused = { refused: "payment of a provider we don't know" };
  expect(planned({ provider: "paypal", provider_charge_id: "x" })).toEqual(refused);
  expect(planned({ provider: "stripe", provider_charge_id: "" })).toEqual(refused);
});
