import { decideShipment } from "@makegood/domain/order/decide-shipment";
import { expectedDelivery, refuseExpected } from "@makegood/domain/order/delivery";
import { lockedFacts } from "#modules/cancellation/exports/order-facts.js";
import { isUncollected } from "#modules/payment/exports/read-order-money.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { advanceOrder } from "./exports/advance-order.js";
import { countedAt } from "./exports/counted-at.js";
import { deliveryDeadline } from "./exports/delivery-deadline.js";
import { lockOrder } from "./exports/lock-order.js";
import type { OrderEntity } from "./exports/order.entity.js";
import { OrderLineEntity } from "./exports/order-line.entity.js";
import { ShipmentEntity } from "./exports/shipment.entity.js";

export interface Shipping {
  orderId: string;
  lineIds: readonly string[] | null;
  /** Null where who tells of it does not say. */
  carrier: string | null;
  trackingNumber: string | null;
  /** By when the carrier expects to deliver it; the usual days when null. */
  estimatedDeliveryBy: Date | null;
}

/** Hands units to the carrier: whoever holds the order's lock first, seller or buyer, wins them. */
export async function shipOrder(
  unit: UnitOfWork,
  /** Null for what another system tells of. */
  caller: Caller | null,
  { orderId, lineIds, carrier, trackingNumber, estimatedDeliveryBy: said }: Shipping,
): Promise<Outcome<{ orderId: string }>> {
  const { manager, now } = unit;
  const locked = await lockOrder(manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { order, lines } = locked;
  const facts = await lockedFacts(manager, locked);
  if (lineIds?.some((lineId) => !lines.some(({ id }) => id === lineId))) {
    return refuse({ kind: "InvalidInput", field: "lineIds", problem: "UNKNOWN_VALUE" });
  }
  const tooFar = refuseExpected(said, now);
  if (tooFar) return refuse(tooFar);
  if (order.status === "DELIVERY_FAILED")
    return reship(unit, order, { carrier, trackingNumber, said });
  const decision = decideShipment({
    status: order.status,
    canceledAt: order.canceledAt,
    openCancellationId: facts.openCancellation?.id ?? null,
    untaken: isUncollected(order) ? { dueBy: order.paymentDueBy } : null,
    lines: facts.lines,
    lineIds,
  });
  if (!decision.allowed) return refuse(decision.refusal);

  if (order.status === "AWAITING_SHIPMENT") {
    await advanceOrder(manager, order, "startProcessing");
    await recordEvent(unit, { orderId, kind: "order.processing" });
  }
  for (const { lineId, quantity } of decision.units) {
    await manager.increment(OrderLineEntity, { id: lineId }, "shippedQuantity", quantity);
  }
  await manager.insert(ShipmentEntity, {
    id: newId("shipment"),
    orderId,
    carrier,
    trackingNumber,
    shippedAt: now,
    deliveredAt: null,
  });
  await advanceOrder(manager, order, decision.command, {
    shippedAt: order.shippedAt ?? now,
    estimatedDeliveryBy: expectedDelivery(now, said, countedAt(order, marketplaceOf(manager)).zone),
  });
  await recordEvent(unit, {
    orderId,
    kind: "order.shipped",
    data: parcelOf(carrier, trackingNumber),
  });
  return done({ orderId });
}

/** What did not arrive is sent once more: the same units, in another parcel. */
async function reship(
  unit: UnitOfWork,
  order: OrderEntity,
  parcel: { carrier: string | null; trackingNumber: string | null; said: Date | null },
): Promise<Outcome<{ orderId: string }>> {
  const { manager, now } = unit;
  const { carrier, trackingNumber, said } = parcel;
  const { id: orderId } = order;
  await manager.insert(ShipmentEntity, {
    id: newId("shipment"),
    orderId,
    carrier,
    trackingNumber,
    shippedAt: now,
    deliveredAt: null,
  });
  await advanceOrder(manager, order, "reship", {
    deliveryDueBy: null,
    estimatedDeliveryBy: expectedDelivery(now, said, countedAt(order, marketplaceOf(manager)).zone),
  });
  await settleDeadline(manager, deliveryDeadline, orderId, now);
  await recordEvent(unit, {
    orderId,
    kind: "order.shipped",
    data: parcelOf(carrier, trackingNumber),
  });
  return done({ orderId });
}

const parcelOf = (carrier: string | null, trackingNumber: string | null) => ({
  ...(carrier === null ? {} : { carrier }),
  ...(trackingNumber === null ? {} : { trackingNumber }),
});
