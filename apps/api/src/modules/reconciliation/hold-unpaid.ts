import { assert } from "@makegood/domain/assert";
import { apportion } from "@makegood/domain/money/apportion";
import type { EntityManager } from "typeorm";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { ordersPaidBy, soldMinor } from "#modules/order/exports/orders-paid-by.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { holdPayout } from "#modules/payout/exports/hold-payout.js";

/**
 * A provider has no such payment: what its orders' shops have of it is not paid out until that is
 * settled. Nobody is paid from money that never came.
 */
export async function holdUnpaid(
  manager: EntityManager,
  driftItemId: string,
  paymentId: string,
  now: Date,
): Promise<void> {
  const payment = await manager.findOneBy(PaymentEntity, { id: paymentId });
  assert(payment !== null, "a payment is never deleted");
  const { purchaseId, currency } = payment;
  const all = await manager.find(OrderEntity, { where: { purchaseId }, order: { id: "ASC" } });
  const orders = ordersPaidBy(payment, all).filter((order) => soldMinor(order) > 0);
  if (orders.length === 0) return;
  const parts = apportion(payment.capturedMinor, orders.map(soldMinor));
  for (const [index, order] of orders.entries()) {
    const { id: orderId, shopId, refundedMinor } = order;
    const amountMinor = Math.min(parts[index] ?? 0, soldMinor(order) - refundedMinor);
    const about = { shopId, orderId, reason: "NO_PAYMENT", currency } as const;
    const subjectId = `${driftItemId}/${orderId}`;
    await holdPayout({ manager, now }, { ...about, subjectId, amountMinor });
  }
}

/** Whatever was held for a difference that is over is free again. */
export async function releaseSettled(manager: EntityManager, now: Date): Promise<void> {
  await manager.query(
    `UPDATE payout_holds h SET released_at = $1 FROM drift_items d
     WHERE h.reason = 'NO_PAYMENT' AND h.released_at IS NULL
       AND d.id = split_part(h.subject_id, '/', 1) AND d.status IN ('HEALED', 'ACCEPTED')`,
    [now],
  );
}
