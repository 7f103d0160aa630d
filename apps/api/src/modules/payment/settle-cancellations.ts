import { assert } from "@makegood/domain/assert";
import { allocateRefund, methodsOf } from "@makegood/domain/refund/allocate-refund";
import { promiseRefund } from "@makegood/domain/refund/promise";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { CancellationEntity } from "#modules/cancellation/exports/cancellation.entity.js";
import { completeCancellation } from "#modules/cancellation/exports/complete-cancellation.js";
import { postCapture } from "#modules/ledger/exports/capture-posting.js";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { paymentDeadline } from "#modules/order/exports/payment-deadline.js";
import { paymentFacts } from "#modules/order/exports/payment-facts.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { createRefund } from "#modules/refund/exports/create-refund.js";
import { RefundEntity, type RefundOrigin } from "#modules/refund/exports/refund.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import type { CollectedOrder } from "./exports/read-order-money.js";

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
    if (owed > 0)
      await owe(unit, order, { cancellationId, decisionId, origin: "CANCELLATION" }, owed);
    else await completeCancellation(unit, cancellation);
  }
}

/** What came for an order that had ended already goes back of itself. */
export async function refundTakenInVain(
  unit: UnitOfWork,
  { order }: CollectedOrder,
): Promise<void> {
  const left = order.capturedMinor - order.refundReservedMinor;
  if (left > 0)
    await owe(
      unit,
      order,
      { cancellationId: null, decisionId: null, origin: "LATE_PAYMENT" },
      left,
    );
}

async function owe(
  unit: UnitOfWork,
  order: OrderEntity,
  what: { cancellationId: string | null; decisionId: string | null; origin: RefundOrigin },
  amountMinor: number,
): Promise<void> {
  const payments = await lockPayments(unit.manager, order.purchaseId);
  const facts = paymentFacts(order, payments);
  const allocations = allocateRefund(amountMinor, facts, order.allocationStrategy);
  assert(allocations !== null, "what was taken for an order lies on its payments");
  const { rules } = await policyOf(unit.manager, order);
  const promisedBy = promiseRefund(rules, unit.now, methodsOf(allocations, facts));
  await createRefund(unit, order, { ...what, amountMinor, allocations, promisedBy, reason: null });
  order.refundReservedMinor += amountMinor;
}
