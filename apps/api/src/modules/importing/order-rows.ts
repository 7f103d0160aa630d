import { searchable } from "@makegood/domain/text/fold-text";
import { capturePosting } from "#modules/ledger/exports/capture-posting.js";
import { rowsOf } from "#modules/ledger/exports/post.js";
import type { TermsVersion } from "#modules/ledger/exports/terms-in-force.js";
import { eventRow, type NewEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import { described } from "./describe-rows.js";
import type { ImportedRows } from "./imported-rows.js";
import type { Known } from "./known.js";
import type { ImportedBuyer } from "./make-buyers.js";
import { type ImportedShop, policyAt } from "./make-shops.js";
import type { PlannedOrder } from "./olist/plan-purchase.js";

type Told = Omit<NewEvent, "orderId">;

/** What an order of a purchase is written with. */
export interface OrderSetting {
  purchaseId: string;
  buyer: ImportedBuyer;
  shop: ImportedShop;
  terms: TermsVersion;
  number: string;
  placedAt: Date;
  now: Date;
  known: Known;
}

/** Adds an order with its lines, parcel, posting and story; its id. */
export function addOrder(rows: ImportedRows, order: PlannedOrder, at: OrderSetting): string {
  const { purchaseId, buyer, shop, terms, number, placedAt, now, known } = at;
  const shift = (time: Date | null) => time && new Date(time.getTime() + known.shiftMs);
  const id = newId("order");
  const [shippedAt, deliveredAt] = [shift(order.shippedAt), shift(order.deliveredAt)];
  const lines = order.lines.map(({ productId, ...line }, position) => ({
    ...line,
    id: newId("line"),
    orderId: id,
    position: position + 1,
    ...described(known, productId),
    discountMinor: 0,
    taxMinor: 0,
    shippedQuantity: shippedAt ? line.quantity : 0,
  }));
  const amounts = {
    itemsMinor: lines.reduce((sum, line) => sum + line.unitPriceMinor * line.quantity, 0),
    discountMinor: 0,
    taxMinor: 0,
    shippingMinor: lines.reduce((sum, line) => sum + line.shippingMinor, 0),
  };
  const { status, capturedMinor, notes } = order;
  const words = [number, buyer.name, ...lines.map(({ title }) => title)];
  const own = { id, shopId: shop.id, currency: "BRL", capturedMinor, ...amounts };
  const unit = { actor: { kind: "BUYER", id: buyer.id } as const, now: placedAt };
  const seller = { kind: "SELLER", id: shop.ownerId } as const;
  const story: Told[] = [{ kind: "order.placed" }];
  if (shippedAt) story.push({ kind: "order.shipped", actor: seller, at: shippedAt });
  if (deliveredAt) story.push({ kind: "order.delivered", actor: systemActor, at: deliveredAt });
  story.push({ kind: "order.imported", actor: systemActor, at: now });
  rows.events.push(...story.map((event) => eventRow(unit, { orderId: id, ...event })));
  rows.lines.push(...lines);
  rows.orders.push({
    ...own,
    // Said here, the row needs no second version once its story is written.
    timelineSeq: story.length,
    number,
    purchaseId,
    buyerId: buyer.id,
    policyVersionId: policyAt(shop, placedAt),
    status,
    placedAt,
    shipBy: shift(order.shipBy),
    shippedAt,
    deliveredAt,
    estimatedDeliveryBy: shift(order.estimatedDeliveryBy),
    // The data's customers all live in Brazil.
    shipToCountry: "BR",
    // The data does not say when.
    canceledAt: null,
    allocationStrategy: terms.rules.allocation,
    searchText: searchable(words),
    notes,
    createdAt: now,
  });
  if (shippedAt) {
    rows.shipments.push({
      id: newId("shipment"),
      orderId: id,
      carrier: null,
      trackingNumber: null,
      shippedAt,
      deliveredAt,
    });
  }
  if (capturedMinor > 0) rows.postings.push(rowsOf(capturePosting(own, terms, placedAt)));
  return id;
}
