import { payAgainBy } from "@makegood/domain/payment/payment-deadlines";
import type { LockedOrder } from "#modules/order/exports/lock-order.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { goOnPaid } from "#modules/order/exports/pay-order.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentDeadline } from "#modules/order/exports/payment-deadline.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { beginRelease } from "./exports/begin-payment-steps.js";
import { type CollectedOrder, isUncollected, readOrderMoney } from "./exports/read-order-money.js";
import { giveBackLate, refundBeyondDue, refundTakenInVain } from "./give-back-late.js";
import { keepTaken, settleCancellations } from "./settle-cancellations.js";

/**
 * After news of a payment: lets the order go on, asks for the money again, gives it back, or pays it
 * back, as it stands now. All of a locked order with its locked payments.
 */
export async function settleOrderMoney(
  unit: UnitOfWork,
  { order }: LockedOrder,
  purchasePayments: readonly PaymentEntity[],
  /** The payment that there is news of. */
  paymentId: string,
): Promise<void> {
  const collected = await readOrderMoney(unit.manager, order, purchasePayments);
  const { money } = collected;
  switch (money.kind) {
    case "TAKEN":
      if (!isUncollected(order)) return giveBackLate(unit, collected, { ...money, paymentId });
      await keepTaken(unit, collected, money.capturedMinor, "payment.captured");
      if (order.status === "PENDING_PAYMENT") await goOnPaid(unit, order, "order.paid");
      await settleCancellations(unit, collected);
      return refundBeyondDue(unit, collected);
    case "AUTHORIZED":
      if (order.status === "PENDING_PAYMENT") await goOnPaid(unit, order, "order.authorized");
      return;
    case "CAPTURE_FAILED":
      await askToPayAgain(unit, order, money.reason);
      return settleCancellations(unit, collected);
    case "TO_RELEASE":
      return beginRelease(unit, collected);
    case "RELEASE_FAILED":
      return recordEvent(unit, {
        orderId: order.id,
        kind: "payment.voidFailed",
        reason: money.reason,
      });
    case "TAKEN_IN_VAIN":
      if (!isUncollected(order)) return giveBackLate(unit, collected, { ...money, paymentId });
      await keepTaken(unit, collected, money.capturedMinor, "payment.cameLate");
      await settleCancellations(unit, collected);
      return refundTakenInVain(unit, collected);
    case "RELEASED":
      await letGo(unit, collected);
      return settleCancellations(unit, collected);
    case "DUE":
    case "UNDER_WAY":
      return;
  }
}

/** The bank did not pay: the seller must not ship, and the buyer is given some days. */
async function askToPayAgain(unit: UnitOfWork, order: OrderEntity, reason: string): Promise<void> {
  const { manager, now } = unit;
  const dueBy = order.paymentDueBy ?? payAgainBy(now);
  if (order.paymentDueBy === null) {
    order.paymentDueBy = dueBy;
    await manager.update(OrderEntity, { id: order.id }, { paymentDueBy: dueBy });
    await setDeadline(manager, paymentDeadline, order.id, dueBy);
  }
  await recordEvent(unit, {
    orderId: order.id,
    kind: "payment.captureFailed",
    reason,
    data: { promisedBy: dueBy.toISOString() },
  });
}

async function letGo(unit: UnitOfWork, { order }: CollectedOrder): Promise<void> {
  if (order.voidedAt !== null) return;
  order.voidedAt = unit.now;
  await unit.manager.update(OrderEntity, { id: order.id }, { voidedAt: unit.now });
  await recordEvent(unit, { orderId: order.id, kind: "payment.voided" });
}
