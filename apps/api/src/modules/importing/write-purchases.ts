import { FeedbackEntity } from "#modules/feedback/exports/feedback.entity.js";
import { capturePosting } from "#modules/ledger/exports/capture-posting.js";
import { LedgerEntryEntity } from "#modules/ledger/exports/ledger-entry.entity.js";
import { LedgerTransactionEntity } from "#modules/ledger/exports/ledger-transaction.entity.js";
import { rowsOf } from "#modules/ledger/exports/post.js";
import { termsInForce } from "#modules/ledger/exports/terms-in-force.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import { ShipmentEntity } from "#modules/order/exports/shipment.entity.js";
import type { ChargeRegistry } from "#modules/refund/exports/refund-provider.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { described, feedbackOf } from "./describe-rows.js";
import { count, type ImportReport } from "./import-report.js";
import type { Known } from "./known.js";
import { buyersOf, type ImportedShop, personKey, shopsOf } from "./make-people.js";
import type { PlannedOrder, PlannedPurchase } from "./olist/plan-purchase.js";

/** Writes a batch in one transaction: all of it or nothing, so that a stopped import can go on. */
export async function writePurchases(
  platform: Platform,
  provider: ChargeRegistry,
  batch: PlannedPurchase[],
  known: Known,
  report: ImportReport,
): Promise<void> {
  const now = platform.clock.now();
  const shift = (time: Date | null) => time && new Date(time.getTime() + known.shiftMs);
  const payments = batch.map(({ payments: paid }) =>
    paid.map((payment, index) => ({ ...payment, id: newId("payment"), position: index + 1 })),
  );
  const charges = await provider.registerCharges(
    payments
      .flat()
      .filter(({ amountMinor, charge }) => amountMinor > 0 && charge === null)
      .map(({ id, amountMinor }) => ({
        reference: id,
        amountMinor,
        currency: "BRL",
        testMethod: null,
      })),
  );
  await platform.database.transaction(async (manager) => {
    const buyers = await buyersOf(manager, batch, known, now, report);
    const shops = await shopsOf(manager, batch, known, now, report);
    const terms = await termsInForce(
      manager,
      [...shops.values()].map(({ id }) => id),
    );
    const rows = {
      purchases: [] as object[],
      payments: [] as object[],
      orders: [] as object[],
      lines: [] as object[],
      shipments: [] as object[],
      transactions: [] as object[],
      entries: [] as object[],
      feedback: [] as object[],
    };
    const told: {
      orderId: string;
      order: PlannedOrder;
      buyerId: string;
      placedAt: Date;
      shop: ImportedShop;
    }[] = [];
    for (const [index, purchase] of batch.entries()) {
      const purchaseId = newId("purchase");
      const placedAt = shift(purchase.placedAt) ?? now;
      const buyer = buyers.get(personKey(known, purchase.customerId));
      if (!buyer) throw new Error("a buyer was made for each purchase");
      const { externalId, totalMinor } = purchase;
      rows.purchases.push({
        id: purchaseId,
        buyerId: buyer.id,
        currency: "BRL",
        totalMinor,
        placedAt,
        externalId,
      });
      for (const payment of payments[index] ?? []) {
        const { id, position, method, label, amountMinor, charge } = payment;
        rows.payments.push({
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
        });
      }
      for (const order of purchase.orders) {
        const shop = shops.get(order.sellerId);
        if (!shop) throw new Error("a shop was made for each order");
        const [{ number: next }] = await manager.query("SELECT nextval('order_numbers') AS number");
        const id = newId("order");
        const number = `MG-${next}`;
        const shipped = order.shippedAt !== null;
        const lines = order.lines.map((line, position) => ({
          ...line,
          id: newId("line"),
          orderId: id,
          position: position + 1,
          ...described(known, line.productId),
          discountMinor: 0,
          taxMinor: 0,
          shippedQuantity: shipped ? line.quantity : 0,
        }));
        const amounts = {
          itemsMinor: lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0),
          discountMinor: 0,
          taxMinor: 0,
          shippingMinor: lines.reduce((sum, line) => sum + line.shippingMinor, 0),
        };
        rows.lines.push(...lines);
        rows.orders.push({
          id,
          number,
          purchaseId,
          shopId: shop.id,
          buyerId: buyer.id,
          policyVersionId: shop.policyVersionId,
          status: order.status,
          currency: "BRL",
          placedAt,
          shipBy: shift(order.shipBy),
          shippedAt: shift(order.shippedAt),
          deliveredAt: shift(order.deliveredAt),
          estimatedDeliveryBy: shift(order.estimatedDeliveryBy),
          // The data's customers all live in Brazil.
          shipToCountry: "BR",
          canceledAt: order.status === "CANCELED" ? placedAt : null,
          ...amounts,
          allocationStrategy: terms.get(shop.id)?.rules.allocation,
          capturedMinor: order.capturedMinor,
          searchText: [number, buyer.name, ...lines.map(({ title }) => title)]
            .join(" ")
            .toLowerCase(),
          notes: order.notes,
          createdAt: now,
        });
        if (shipped) {
          rows.shipments.push({
            id: newId("shipment"),
            orderId: id,
            carrier: "Correios",
            trackingNumber: `OL${id.slice(-9).toUpperCase()}BR`,
            shippedAt: shift(order.shippedAt),
            deliveredAt: shift(order.deliveredAt),
          });
        }
        if (order.capturedMinor > 0) {
          const agreed = terms.get(shop.id);
          if (!agreed) throw new Error("every shop has terms");
          const { capturedMinor } = order;
          const posting = rowsOf(
            capturePosting(
              { ...amounts, id, shopId: shop.id, currency: "BRL", capturedMinor },
              agreed,
              placedAt,
            ),
          );
          rows.transactions.push(posting.transaction);
          rows.entries.push(...posting.entries);
        }
        told.push({ orderId: id, order, buyerId: buyer.id, placedAt, shop });
        count(report.created, "orders");
        count(
          report.created,
          "units",
          order.lines.reduce((sum, line) => sum + line.quantity, 0),
        );
      }
      const first = told.at(-purchase.orders.length);
      for (const review of known.reviews.get(externalId.slice("olist:".length)) ?? []) {
        if (!first) continue;
        rows.feedback.push(
          feedbackOf(review, first.orderId, first.shop.id, buyer.id, known, placedAt),
        );
        count(report.created, "feedback");
      }
      count(report.created, "purchases");
      count(report.created, "payments", purchase.payments.length);
    }
    const insert = async (entity: new () => object, values: object[]) => {
      for (let from = 0; from < values.length; from += 500) {
        await manager.insert(entity, values.slice(from, from + 500));
      }
    };
    await insert(PurchaseEntity, rows.purchases);
    await insert(PaymentEntity, rows.payments);
    await insert(OrderEntity, rows.orders);
    await insert(OrderLineEntity, rows.lines);
    await insert(ShipmentEntity, rows.shipments);
    await insert(LedgerTransactionEntity, rows.transactions);
    await insert(LedgerEntryEntity, rows.entries);
    await insert(FeedbackEntity, rows.feedback);
    for (const { orderId, order, buyerId, placedAt, shop } of told) {
      const unit = { manager, actor: { kind: "BUYER", id: buyerId } as const, now: placedAt };
      const seller = { kind: "SELLER", id: shop.ownerId } as const;
      await recordEvent(unit, { orderId, kind: "order.placed" });
      if (order.shippedAt)
        await recordEvent(unit, {
          orderId,
          kind: "order.shipped",
          actor: seller,
          at: shift(order.shippedAt) ?? placedAt,
        });
      if (order.deliveredAt)
        await recordEvent(unit, {
          orderId,
          kind: "order.delivered",
          actor: systemActor,
          at: shift(order.deliveredAt) ?? placedAt,
        });
      await recordEvent(unit, { orderId, kind: "order.imported", actor: systemActor, at: now });
    }
  });
}
