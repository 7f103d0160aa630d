import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { CancellationEntity } from "#modules/cancellation/exports/cancellation.entity.js";
import { completeCancellation } from "#modules/cancellation/exports/complete-cancellation.js";
import { postCapture } from "#modules/ledger/exports/capture-posting.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { paymentDeadline } from "#modules/order/exports/payment-deadline.js";
import { RefundEntity } from "#modules/refund/exports/refund.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import type { CollectedOrder } from "./exports/read-order-money.js";
import { owe } from "./owe-what-was-taken.js";

/** Money of an order has come: once, posted, and told. */
export async function keepTaken(
  unit: UnitOfWork,
  { order }: CollectedOrder,
  capturedMinor: number,
  kind: EventKind,
): Promise<void> {
  const { manager, now } = unit;
  Object.assign(order, { capturedMinor, paymentDueBy: null, voidedAt: null });
  const { id: orderId, currency } = order;
  await manager.update(
    OrderEntity,
    { id: orderId },
    { capturedMinor, paymentDueBy: null, voidedAt: null },
  );
  await settleDeadline(manager, paymentDeadline, orderId, now);
  await postCapture(manager, order, now);
  await recordEvent(unit, { orderId, kind, data: { amountMinor: capturedMinor, currency } });
}

/**
 * Cancellations that waited for what would become of the money: what was taken of theirs after all is
 * refunded, and where nothing was taken they are complete.
 */
export async function settleCancellations(
  unit: UnitOfWork,
  collected: CollectedOrder,
): Promise<void> {
  const { order } = collected;
  const waiting = await unit.manager.findBy(CancellationEntity, {
    orderId: order.id,
    status: "REFUNDING",
  });
  for (const cancellation of waiting) {
    const { id: cancellationId, amountMinor, decisionId } = cancellation;
    if (await unit.manager.existsBy(RefundEntity, { cancellationId })) continue;
    const left = order.capturedMinor - order.refundReservedMinor;
    const owed = Math.min(amountMinor, left);
    if (owed > 0) {
      const origin = "CANCELLATION";
      await owe(unit, order, { cancellationId, decisionId, origin, amountMinor: owed });
    } else await completeCancellation(unit, cancellation);
  }
}
