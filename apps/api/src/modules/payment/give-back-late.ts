import { postLateCapture } from "#modules/ledger/exports/capture-posting.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { CollectedOrder } from "./exports/read-order-money.js";
import { owe } from "./owe-what-was-taken.js";

const late = { cancellationId: null, decisionId: null, origin: "LATE_PAYMENT" } as const;

/** What came for an order that had ended already goes back of itself. */
export async function refundTakenInVain(
  unit: UnitOfWork,
  { order }: CollectedOrder,
): Promise<void> {
  const amountMinor = order.capturedMinor - order.refundReservedMinor;
  if (amountMinor > 0) await owe(unit, order, { ...late, amountMinor });
}

/**
 * A slip is paid in full also where a part of its order was canceled before: what was taken beyond
 * what is due goes back of itself.
 */
export async function refundBeyondDue(
  unit: UnitOfWork,
  { order, dueMinor }: CollectedOrder,
): Promise<void> {
  const amountMinor = order.capturedMinor - order.refundReservedMinor - dueMinor;
  if (amountMinor > 0) await owe(unit, order, { ...late, amountMinor });
}

/**
 * A payment came although its order had taken what was due of the others, or had ended: it is booked
 * on top, and goes back to where it came from. Nothing where the order's sum has it already.
 */
export async function giveBackLate(
  unit: UnitOfWork,
  { order }: CollectedOrder,
  taken: { capturedMinor: number; paymentId: string },
): Promise<void> {
  const { manager, now } = unit;
  const { capturedMinor, paymentId } = taken;
  const before = order.capturedMinor;
  const amountMinor = capturedMinor - before;
  if (amountMinor <= 0) return;
  order.capturedMinor = capturedMinor;
  const { id: orderId, currency } = order;
  await manager.update(OrderEntity, { id: orderId }, { capturedMinor });
  const undoes = await postLateCapture(manager, order, {
    beforeMinor: before,
    reference: paymentId,
    at: now,
  });
  const data = { amountMinor, currency };
  await recordEvent(unit, { orderId, kind: "payment.cameLate", data });
  await owe(unit, order, { ...late, amountMinor, paymentId, undoes });
}
