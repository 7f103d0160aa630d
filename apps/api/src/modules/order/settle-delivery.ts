import { deliverySettledBy, refuseNotArrived } from "@makegood/domain/order/delivery";
import { orderMachine } from "@makegood/domain/order/order-machine";
import { refundableMinor } from "@makegood/domain/quote/quote-cancellation";
import { promiseRefund } from "@makegood/domain/refund/promise";
import { lockedFacts } from "#modules/cancellation/exports/order-facts.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { createDueRefund } from "#modules/refund/exports/create-due-refund.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { advanceOrder } from "./exports/advance-order.js";
import { deliveryDeadline } from "./exports/delivery-deadline.js";
import { type LockedOrder, lockOrder } from "./exports/lock-order.js";

type Settled = Outcome<{ orderId: string }>;

/** The day for it has passed, and the buyer says that it did not arrive: the seller has to settle it. */
export async function reportNotArrived(
  unit: UnitOfWork,
  caller: Caller,
  orderId: string,
): Promise<Settled> {
  const { manager, now } = unit;
  const locked = await lockOrder(manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const refusal = refuseNotArrived(locked.order, now);
  if (refusal) return refuse(refusal);
  const dueBy = deliverySettledBy(now);
  await advanceOrder(manager, locked.order, "failDelivery", { deliveryDueBy: dueBy });
  await setDeadline(manager, deliveryDeadline, orderId, dueBy);
  const data = { promisedBy: dueBy.toISOString() };
  await recordEvent(unit, { orderId, kind: "order.notArrived", data });
  return done({ orderId });
}

/** The seller, an agent or the clock gives the parcel up: all that is left of its money goes back. */
export async function giveUpDelivery(
  unit: UnitOfWork,
  caller: Caller | null,
  orderId: string,
): Promise<Settled> {
  const { manager, now } = unit;
  const locked = await lockOrder(manager, caller, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { order } = locked;
  const given = order.status === "DELIVERY_FAILED";
  const refusal = given ? null : refuseTransition(orderMachine, order.status, "giveUpDelivery");
  if (refusal) return refuse(refusal);
  const owedMinor = refundableMinor(await lockedFacts(manager, locked));
  await advanceOrder(manager, order, "cancel", { canceledAt: now, deliveryDueBy: null });
  await settleDeadline(manager, deliveryDeadline, orderId, now);
  await recordEvent(unit, { orderId, kind: "order.lost" });
  if (owedMinor > 0) await payBack(unit, locked, owedMinor);
  return done({ orderId });
}

async function payBack(unit: UnitOfWork, { order }: LockedOrder, amountMinor: number) {
  const { rules } = await policyOf(unit.manager, order);
  await createDueRefund(unit, order, {
    cancellationId: null,
    origin: "NOT_DELIVERED",
    decisionId: null,
    amountMinor,
    promisedBy: (methods) => promiseRefund(rules, unit.now, methods),
    reason: null,
  });
}
