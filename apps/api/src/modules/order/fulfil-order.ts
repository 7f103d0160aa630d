import { addHours } from "@makegood/domain/calendar/calendar";
import { orderMachine } from "@makegood/domain/order/order-machine";
import { lastChoiceEnds } from "@makegood/domain/return/return-terms";
import { IsNull } from "typeorm";
import { beginCapture } from "#modules/payment/exports/begin-payment-steps.js";
import { isUncollected, readOrderMoney } from "#modules/payment/exports/read-order-money.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { advanceOrder } from "./exports/advance-order.js";
import { completeDeadline } from "./exports/complete-deadline.js";
import { countedAt } from "./exports/counted-at.js";
import { deliveryDeadline } from "./exports/delivery-deadline.js";
import { lockOrder, lockPayments } from "./exports/lock-order.js";
import type { OrderEntity } from "./exports/order.entity.js";
import { ShipmentEntity } from "./exports/shipment.entity.js";
import { stillOpen } from "./still-open.js";

type Fulfilled = Outcome<{ orderId: string }>;

/** The seller starts packing. */
export async function startProcessing(
  unit: UnitOfWork,
  caller: Caller | null,
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
  if (isUncollected(order)) {
    // From here on it is the seller's cost: what was only authorised is taken now.
    const payments = await lockPayments(unit.manager, order.purchaseId);
    await beginCapture(unit, await readOrderMoney(unit.manager, order, payments));
  }
  return done({ orderId });
}

/** Every parcel that is under way has arrived. */
export async function markDelivered(
  unit: UnitOfWork,
  caller: Caller | null,
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
  await advanceOrder(
    manager,
    order,
    command,
    allShipped ? { deliveredAt: now, deliveryDueBy: null } : {},
  );
  await settleDeadline(manager, deliveryDeadline, orderId, now);
  await recordEvent(unit, { orderId, kind: "order.delivered" });
  if (allShipped) await completeLater(unit, order);
  return done({ orderId });
}

/** Sets the day on which a delivered order is over: when nothing can be returned any more by choice. */
async function completeLater({ manager, now }: UnitOfWork, order: OrderEntity): Promise<void> {
  const { rules } = await policyOf(manager, order);
  const { shippedAt } = order;
  const facts = { ...countedAt(order, marketplaceOf(manager)), deliveredAt: now, shippedAt };
  await setDeadline(manager, completeDeadline, order.id, lastChoiceEnds(rules, facts) ?? now);
}

/** What keeps a delivered order from being over. */
const unfinished = `
  SELECT 1 FROM returns WHERE order_id = $1 AND ${stillOpen.return("status")}
  UNION ALL SELECT 1 FROM refunds WHERE order_id = $1 AND status NOT IN ('SUCCEEDED', 'CANCELED')
  UNION ALL SELECT 1 FROM disputes WHERE order_id = $1 AND ${stillOpen.dispute("status")}
  LIMIT 1`;

/** The window is over: the order is complete, unless something of it is open; then looked at again. */
export async function completeOrder(unit: UnitOfWork, orderId: string): Promise<Fulfilled> {
  const { manager, now } = unit;
  const locked = await lockOrder(manager, null, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const refusal = refuseTransition(orderMachine, locked.order.status, "complete");
  if (refusal) return refuse(refusal);
  const open: unknown[] = await manager.query(unfinished, [orderId]);
  if (open.length > 0) {
    await setDeadline(manager, completeDeadline, orderId, addHours(now, 24));
    return done({ orderId });
  }
  await advanceOrder(manager, locked.order, "complete");
  await recordEvent(unit, { orderId, kind: "order.completed" });
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
