import { expectedDelivery } from "@makegood/domain/order/delivery";
import type { OrderStatus } from "@makegood/domain/order/order-machine";
import { searchable } from "@makegood/domain/text/fold-text";
import type { EntityManager } from "typeorm";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { postCapture } from "#modules/ledger/exports/capture-posting.js";
import { termsOfShop } from "#modules/ledger/exports/terms-in-force.js";
import { countedAt } from "#modules/order/exports/counted-at.js";
import { graceDeadline } from "#modules/order/exports/grace-deadline.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentDeadline } from "#modules/order/exports/payment-deadline.js";
import { PurchaseEntity } from "#modules/order/exports/purchase.entity.js";
import { ShipmentEntity } from "#modules/order/exports/shipment.entity.js";
import { PolicyVersionEntity } from "#modules/policy/exports/policy-version.entity.js";
import type { ChargeRegistry } from "#modules/refund/exports/refund-provider.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import type { MadeShop } from "./made-shop.js";
import { chargesOf, type NewPayment, type NewPaymentRow, paymentsOf } from "./make-payments.js";

export interface NewLine {
  title: string;
  category?: string;
  quantity: number;
  unitPriceMinor: number;
  discountMinor?: number;
  taxMinor?: number;
  shippingMinor?: number;
}

export interface NewOrder {
  shop: MadeShop;
  lines: NewLine[];
  status?: OrderStatus;
  shipBy?: Date | null;
  shippedAt?: Date | null;
  deliveredAt?: Date | null;
  /**
   * How its money stands: captured at checkout, only authorised, or still to be paid. What waits for
   * its payment is to be paid, whatever is said here.
   */
  money?: "captured" | "authorized" | "due";
  /** Where it goes; unknown when left out. */
  shipToCountry?: string;
  shipToRegion?: string;
  /** Until when it has to be paid; three days after it was placed when left out. */
  paymentDueBy?: Date;
}

export interface NewPurchase {
  buyerId: string;
  currency?: string;
  placedAt?: Date;
  orders: NewOrder[];
  payments?: NewPayment[];
}

export interface MadeOrder {
  id: string;
  number: string;
  lineIds: string[];
  totalMinor: number;
}

const sum = (lines: NewLine[], of: (line: NewLine) => number) =>
  lines.reduce((total, line) => total + of(line), 0);
const amountsOf = (lines: NewLine[]) => {
  const itemsMinor = sum(lines, (line) => line.unitPriceMinor * line.quantity);
  const discountMinor = sum(lines, (line) => line.discountMinor ?? 0);
  const taxMinor = sum(lines, (line) => line.taxMinor ?? 0);
  const shippingMinor = sum(lines, (line) => line.shippingMinor ?? 0);
  const totalMinor = itemsMinor - discountMinor + taxMinor + shippingMinor;
  return { itemsMinor, discountMinor, taxMinor, shippingMinor, totalMinor };
};
const moneyOf = ({ status, money }: NewOrder) =>
  status === "PENDING_PAYMENT" ? "due" : (money ?? "captured");
const placedAs = {
  captured: "order.placed",
  authorized: "order.bought",
  due: "order.ordered",
} as const;
const shippedStates: readonly OrderStatus[] = ["SHIPPED", "DELIVERED", "COMPLETED"];

/** A checkout as it leaves things: captured, posted, registered at the provider, told on the timeline. */
export async function insertPurchase(
  platform: Platform,
  provider: ChargeRegistry,
  given: NewPurchase,
): Promise<MadeOrder[]> {
  const placedAt = given.placedAt ?? platform.clock.now();
  const currency = given.currency ?? "BRL";
  const purchaseId = newId("purchase");
  const orders = given.orders.map((order) => ({ ...order, id: newId("order") }));
  const payments = paymentsOf(
    { purchaseId, currency, payments: given.payments ?? [{}] },
    orders.map((order) => ({
      id: order.id,
      money: moneyOf(order),
      totalMinor: amountsOf(order.lines).totalMinor,
    })),
  );
  const charges = await provider.registerCharges(chargesOf(payments, provider.name));
  const insertPayments = async (manager: EntityManager, rows: NewPaymentRow[]) => {
    for (const payment of rows) {
      await manager.insert(PaymentEntity, {
        ...payment,
        providerChargeId: payment.providerChargeId ?? charges.get(payment.id) ?? null,
      });
    }
  };
  return platform.database.transaction(async (manager) => {
    const totalMinor = given.orders.reduce(
      (total, order) => total + amountsOf(order.lines).totalMinor,
      0,
    );
    const { buyerId } = given;
    await manager.insert(PurchaseEntity, {
      id: purchaseId,
      buyerId,
      currency,
      totalMinor,
      placedAt,
      externalId: null,
    });
    await insertPayments(
      manager,
      payments.filter(({ orderId }) => orderId === null),
    );
    const made: MadeOrder[] = [];
    for (const order of orders) {
      made.push(
        await insertOrder(platform, manager, order, { purchaseId, buyerId, currency, placedAt }),
      );
    }
    await insertPayments(
      manager,
      payments.filter(({ orderId }) => orderId !== null),
    );
    return made;
  });
}

async function insertOrder(
  platform: Platform,
  manager: EntityManager,
  given: NewOrder & { id: string },
  purchase: { purchaseId: string; buyerId: string; currency: string; placedAt: Date },
): Promise<MadeOrder> {
  const status = given.status ?? "AWAITING_SHIPMENT";
  const { totalMinor, ...amounts } = amountsOf(given.lines);
  const money = moneyOf(given);
  const capturedMinor = money === "captured" ? totalMinor : 0;
  const threeDays = new Date(purchase.placedAt.getTime() + 3 * 86_400_000);
  const paymentDueBy = money === "due" ? (given.paymentDueBy ?? threeDays) : null;
  const [{ number: next }] = await manager.query("SELECT nextval('order_numbers') AS number");
  const buyer = await manager.findOneByOrFail(PersonEntity, { id: purchase.buyerId });
  const shipped = shippedStates.includes(status);
  const shippedAt = given.shippedAt ?? (shipped ? purchase.placedAt : null);
  const { id } = given;
  const number = `MG-${next}`;
  const to = {
    shipToCountry: given.shipToCountry ?? null,
    shipToRegion: given.shipToRegion ?? null,
  };
  await manager.insert(OrderEntity, {
    ...purchase,
    ...amounts,
    id,
    number,
    shopId: given.shop.id,
    policyVersionId: given.shop.policyVersionId,
    status,
    shipBy:
      given.shipBy === undefined
        ? new Date(purchase.placedAt.getTime() + 3 * 86_400_000)
        : given.shipBy,
    shippedAt,
    deliveredAt:
      given.deliveredAt ?? (status === "DELIVERED" || status === "COMPLETED" ? shippedAt : null),
    canceledAt: null,
    ...to,
    estimatedDeliveryBy:
      shippedAt &&
      expectedDelivery(shippedAt, null, countedAt(to, platform.config.marketplace).zone),
    authorizedMinor: totalMinor - capturedMinor,
    paymentDueBy,
    capturedMinor,
    allocationStrategy: (await termsOfShop(manager, given.shop.id, purchase.placedAt)).rules
      .allocation,
    searchText: searchable([number, buyer.name, ...given.lines.map(({ title }) => title)]),
    notes: [],
    createdAt: purchase.placedAt,
  });
  const lineIds: string[] = [];
  for (const [index, line] of given.lines.entries()) {
    const lineId = newId("line");
    lineIds.push(lineId);
    await manager.insert(OrderLineEntity, {
      id: lineId,
      orderId: id,
      position: index + 1,
      title: line.title,
      category: line.category ?? null,
      quantity: line.quantity,
      unitPriceMinor: line.unitPriceMinor,
      discountMinor: line.discountMinor ?? 0,
      taxMinor: line.taxMinor ?? 0,
      shippingMinor: line.shippingMinor ?? 0,
      shippedQuantity: shipped ? line.quantity : 0,
    });
  }
  const unit = { manager, actor: systemActor, now: purchase.placedAt };
  const buyerActor = { kind: "BUYER", id: purchase.buyerId } as const;
  await recordEvent(unit, {
    orderId: id,
    kind: placedAs[money],
    actor: buyerActor,
    ...(paymentDueBy ? { data: { promisedBy: paymentDueBy.toISOString() } } : {}),
  });
  if (money === "authorized") await recordEvent(unit, { orderId: id, kind: "order.authorized" });
  if (paymentDueBy) await setDeadline(manager, paymentDeadline, id, paymentDueBy);
  if (capturedMinor > 0) {
    const { currency, placedAt: at } = purchase;
    const { id: shopId } = given.shop;
    await postCapture(manager, { ...amounts, id, shopId, currency, capturedMinor }, at);
  }
  await tellFulfilment(manager, id, given, { placedAt: purchase.placedAt, shippedAt });
  if (status === "GRACE_PERIOD") {
    const { rules } = await manager.findOneByOrFail(PolicyVersionEntity, {
      id: given.shop.policyVersionId,
    });
    const ends = purchase.placedAt.getTime() + rules.cancellation.gracePeriodHours * 3_600_000;
    await setDeadline(
      manager,
      graceDeadline,
      id,
      new Date(Math.max(ends, platform.clock.now().getTime())),
      { binds: id },
    );
  }
  return { id, number, lineIds, totalMinor };
}

async function tellFulfilment(
  manager: EntityManager,
  orderId: string,
  given: NewOrder,
  { placedAt, shippedAt }: { placedAt: Date; shippedAt: Date | null },
): Promise<void> {
  const seller = { kind: "SELLER", id: given.shop.ownerId } as const;
  const unit = { manager, actor: seller, now: shippedAt ?? placedAt };
  if (given.status === "PROCESSING") await recordEvent(unit, { orderId, kind: "order.processing" });
  if (!shippedAt) return;
  const carrier = "Correios";
  const trackingNumber = `BR${orderId.slice(-9).toUpperCase()}`;
  const deliveredAt = given.status === "SHIPPED" ? null : (given.deliveredAt ?? shippedAt);
  await manager.insert(ShipmentEntity, {
    id: newId("shipment"),
    orderId,
    carrier,
    trackingNumber,
    shippedAt,
    deliveredAt,
  });
  await recordEvent(unit, { orderId, kind: "order.shipped", data: { carrier, trackingNumber } });
  if (deliveredAt)
    await recordEvent(unit, {
      orderId,
      kind: "order.delivered",
      at: deliveredAt,
      actor: systemActor,
    });
}
