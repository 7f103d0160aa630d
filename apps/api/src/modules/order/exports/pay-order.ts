import { addHours } from "@makegood/domain/calendar/calendar";
import { shipByAfterPayment } from "@makegood/domain/payment/payment-deadlines";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { advanceOrder } from "./advance-order.js";
import { graceDeadline } from "./grace-deadline.js";
import type { OrderEntity } from "./order.entity.js";
import { paymentDeadline } from "./payment-deadline.js";

/** A locked order that was waiting for its payment goes on: its grace period, and then packing. */
export async function goOnPaid(
  unit: UnitOfWork,
  order: OrderEntity,
  told: EventKind,
): Promise<void> {
  const { manager, now } = unit;
  const { rules } = await policyOf(manager, order);
  const shipBy = shipByAfterPayment(order.shipBy, order.placedAt, now);
  await advanceOrder(manager, order, "pay", { shipBy, paymentDueBy: null });
  await settleDeadline(manager, paymentDeadline, order.id, now);
  await recordEvent(unit, { orderId: order.id, kind: told });
  const graceEnds = addHours(order.placedAt, rules.cancellation.gracePeriodHours);
  if (graceEnds > now) {
    await setDeadline(manager, graceDeadline, order.id, graceEnds, { binds: order.id });
    return;
  }
  await advanceOrder(manager, order, "endGracePeriod");
  await recordEvent(unit, { orderId: order.id, kind: "order.graceEnded", actor: systemActor });
}
