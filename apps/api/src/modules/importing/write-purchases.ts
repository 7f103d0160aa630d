import { assert } from "@makegood/domain/assert";
import type { EntityManager } from "typeorm";
import { termsInForce } from "#modules/ledger/exports/terms-in-force.js";
import type { ChargeRegistry } from "#modules/refund/exports/refund-provider.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { feedbackOf } from "./describe-rows.js";
import { count, type ImportReport } from "./import-report.js";
import { insertImported, noRows } from "./imported-rows.js";
import type { Known } from "./known.js";
import { personKey } from "./make-buyers.js";
import type { ImportedPeople } from "./make-people.js";
import type { PlannedPayment, PlannedPurchase } from "./olist/plan-purchase.js";
import { addOrder } from "./order-rows.js";

type NamedPayment = PlannedPayment & { id: string; position: number };
type Charges = ReadonlyMap<string, string>;

/** Writes a batch in one transaction: all of it or nothing, so that a stopped import can go on. */
export async function writePurchases(
  platform: Platform,
  provider: ChargeRegistry,
  batch: PlannedPurchase[],
  { buyers, shops }: ImportedPeople,
  known: Known,
  report: ImportReport,
): Promise<void> {
  const now = platform.clock.now();
  const payments = batch.map(({ payments: paid }) =>
    paid.map((payment, index) => ({ ...payment, id: newId("payment"), position: index + 1 })),
  );
  const charges = await registered(provider, payments.flat());
  await platform.database.transaction(async (manager) => {
    const terms = await termsInForce(
      manager,
      [...shops.values()].map(({ id }) => id),
      now,
    );
    const numbers = await orderNumbers(manager, batch);
    const rows = noRows();
    for (const [index, purchase] of batch.entries()) {
      const purchaseId = newId("purchase");
      const placedAt = new Date(purchase.placedAt.getTime() + known.shiftMs);
      const buyer = buyers.get(personKey(known, purchase.customerId));
      assert(buyer !== undefined, "a buyer was made for each purchase");
      const { externalId, totalMinor, orders } = purchase;
      const own = { id: purchaseId, buyerId: buyer.id, currency: "BRL" };
      rows.purchases.push({ ...own, totalMinor, placedAt, externalId });
      for (const payment of payments[index] ?? []) {
        rows.payments.push(paymentRow(payment, purchaseId, provider, charges));
      }
      const ids = orders.map((order) => {
        const shop = shops.get(order.sellerId);
        const agreed = shop && terms.get(shop.id);
        const number = numbers.pop();
        assert(shop !== undefined && agreed !== undefined, "each order has a shop with terms");
        assert(number !== undefined, "there is a number for each order");
        const setting = { purchaseId, buyer, shop, terms: agreed, number, placedAt, now, known };
        return { id: addOrder(rows, order, setting), shop };
      });
      const [first] = ids;
      for (const review of known.reviews.get(externalId.slice("olist:".length)) ?? []) {
        if (!first) continue;
        const { id, shop } = first;
        rows.feedback.push(feedbackOf(review, id, shop.id, buyer.id, known, placedAt));
      }
    }
    await insertImported(manager, rows);
    count(report.created, "purchases", rows.purchases.length);
    count(report.created, "payments", rows.payments.length);
    count(report.created, "orders", rows.orders.length);
    const units = rows.lines.reduce((sum, { quantity = 0 }) => sum + quantity, 0);
    count(report.created, "units", units);
    count(report.created, "feedback", rows.feedback.length);
  });
}

/** What each new charge is called at the provider, by payment. */
const registered = (provider: ChargeRegistry, payments: NamedPayment[]): Promise<Charges> =>
  provider.registerCharges(
    payments
      .filter(({ amountMinor, charge }) => amountMinor > 0 && charge === null)
      .map(({ id, amountMinor }) => ({
        reference: id,
        amountMinor,
        currency: "BRL",
        testMethod: null,
      })),
  );

function paymentRow(
  { id, position, method, label, amountMinor, charge }: NamedPayment,
  purchaseId: string,
  provider: ChargeRegistry,
  charges: Charges,
) {
  return {
    id,
    purchaseId,
    position,
    method,
    label,
    currency: "BRL",
    capturedMinor: amountMinor,
    provider: charge?.provider ?? provider.name,
    providerChargeId: charge?.id ?? charges.get(id) ?? null,
    testMethod: charge ? null : "normal",
  };
}

/** A number for each order of the batch, the first one last. */
async function orderNumbers(manager: EntityManager, batch: PlannedPurchase[]): Promise<string[]> {
  const orders = batch.reduce((sum, purchase) => sum + purchase.orders.length, 0);
  const numbers: { number: string }[] = await manager.query(
    "SELECT nextval('order_numbers') AS number FROM generate_series(1, $1)",
    [orders],
  );
  return numbers.map(({ number }) => `MG-${number}`).reverse();
}
