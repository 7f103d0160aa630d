import { orderMachine } from "@makegood/domain/order/order-machine";
import { IsNull } from "typeorm";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { advanceOrder } from "./exports/advance-order.js";
import { lockOrder } from "./exports/lock-order.js";
import { ShipmentEntity } from "./exports/shipment.entity.js";

type Fulfilled = Outcome<{ orderId: string }>;

/** The seller starts packing. */
export async function startProcessing(
  unit: UnitOfWork,
  caller: Caller,
  orderId: string,
): Promise<Fulfilled> {
  const locked = await lockOrder(unit.manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { order, lines } = locked;
  if (order.status === "CANCELED") {
    const lineIds = lines.map(({ id }) => id);
    return refuse({ kind: "LinesCanceled", lineIds, canceledAt: order.canceledAt });
  }
  const refusal = refuseTransition(orderMachine, order.status, "startProcessing");
  if (refusal) return refuse(refusal);
  await advanceOrder(unit.manager, order, "startProcessing");
  await recordEvent(unit, { orderId, kind: "order.processing" });
  return done({ orderId });
}

/** Every parcel that is under way has arrived. */
export async function markDelivered(
  unit: UnitOfWork,
  caller: Caller,
  orderId: string,
): Promise<Fulfilled> {
  const { manager, now } = unit;
  const locked = await lockOrder(manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { order, lines } = locked;
  const allShipped = lines.every(
    (line) => line.canceledQuantity + line.shippedQuantity === line.quantity,
  );
  const command = allShipped ? "deliverAll" : "deliverPart";
  const refusal = refuseTransition(orderMachine, order.status, command);
  if (refusal) return refuse(refusal);
  await manager.update(ShipmentEntity, { orderId, deliveredAt: IsNull() }, { deliveredAt: now });
  await advanceOrder(manager, order, command, allShipped ? { deliveredAt: now } : {});
  await recordEvent(unit, { orderId, kind: "order.delivered" });
  return done({ orderId });
}

/** The grace period is over: from now on the seller may pack. */
export async function endGracePeriod(unit: UnitOfWork, orderId: string): Promise<Fulfilled> {
  const locked = await lockOrder(unit.manager, null, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const refusal = refuseTransition(orderMachine, locked.order.status, "endGracePeriod");
  if (refusal) return refuse(refusal);
  await advanceOrder(unit.manager, locked.order, "endGracePeriod");
  await recordEvent(unit, { orderId, kind: "order.graceEnded" });
  return done({ orderId });
}
