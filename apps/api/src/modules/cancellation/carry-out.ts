import { assert } from "@makegood/domain/assert";
import { partsOfQuote } from "@makegood/domain/ledger/refund-parts";
import type { RefundQuote } from "@makegood/domain/quote/quote-cancellation";
import { allocateRefund } from "@makegood/domain/refund/allocate-refund";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { advanceOrder } from "#modules/order/exports/advance-order.js";
import { type LockedOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentFacts } from "#modules/order/exports/payment-facts.js";
import { isUncollected } from "#modules/payment/exports/read-order-money.js";
import { settleCanceled } from "#modules/payment/exports/settle-canceled.js";
import { createRefund } from "#modules/refund/exports/create-refund.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { advanceCancellation } from "./exports/advance-cancellation.js";
import type { CancellationEntity } from "./exports/cancellation.entity.js";
import { completeCancellation } from "./exports/complete-cancellation.js";

/**
 * Carries an approved cancellation out, as quoted. The order's lock is held, so nothing of it can
 * ship meanwhile: winning the ship lease and beginning the refund are one step.
 */
export async function carryOut(
  unit: UnitOfWork,
  { order, lines }: LockedOrder,
  cancellation: CancellationEntity,
  quote: RefundQuote,
  approvedBy: EventKind,
  lockedPayments: PaymentEntity[] | null = null,
): Promise<void> {
  const { manager } = unit;
  const { id: cancellationId, orderId } = cancellation;
  // Whoever asked, it is the policy that approves at once; what follows from an approval is ours.
  const actor = approvedBy === "cancellation.approvedAtOnce" ? systemActor : unit.actor;
  await recordEvent(unit, { orderId, kind: approvedBy, cancellationId, actor });
  await manager.query(
    "UPDATE cancellation_units SET state = 'CANCELED' WHERE cancellation_id = $1 AND state = 'HELD'",
    [cancellationId],
  );
  await advanceCancellation(manager, cancellation, ["stopShipment", "beginRefund"]);

  // The lines as they were locked, and what was canceled just now.
  const canceledNow = (lineId: string) =>
    quote.lines.find((line) => line.lineId === lineId)?.quantity ?? 0;
  const open = lines.some(
    ({ id, quantity, canceledQuantity, shippedQuantity }) =>
      quantity > canceledQuantity + canceledNow(id) + shippedQuantity,
  );
  const shipped = lines.some((line) => line.shippedQuantity > 0);
  if (!open && !shipped) {
    await advanceOrder(manager, order, "cancel", { canceledAt: unit.now });
    await recordEvent(unit, {
      orderId,
      kind: "order.canceled",
      cancellationId,
      actor: systemActor,
    });
  } else if (!open) {
    await advanceOrder(manager, order, "cancelRest");
  }

  if (isUncollected(order)) {
    // Nothing was taken yet: it is given back, or that much less of it will be taken.
    if ((await settleCanceled(unit, order)) === "DONE")
      await completeCancellation(unit, cancellation);
    return;
  }
  // Quoted before the money was taken, and approved after: what would not have been taken goes back.
  const owedMinor = quote.totalMinor + (order.capturedMinor > 0 ? quote.notChargedMinor : 0);
  if (owedMinor === 0) return completeCancellation(unit, cancellation);
  const payments = lockedPayments ?? (await lockPayments(manager, order.purchaseId));
  await createRefund(unit, order, {
    cancellationId,
    origin: "CANCELLATION",
    decisionId: cancellation.decisionId,
    amountMinor: owedMinor,
    allocations: stillFitting(order, quote, owedMinor, payments),
    ...(owedMinor === quote.totalMinor ? { parts: partsOfQuote(quote.components) } : {}),
    promisedBy: quote.promisedBy,
    reason: null,
  });
}

/** The quoted split, unless another order of the purchase used up a payment since; then a new one. */
function stillFitting(
  order: OrderEntity,
  quote: RefundQuote,
  owedMinor: number,
  payments: PaymentEntity[],
) {
  const fits = quote.allocations.every(({ paymentId, amountMinor }) => {
    const payment = payments.find(({ id }) => id === paymentId);
    return payment && amountMinor <= payment.capturedMinor - payment.refundReservedMinor;
  });
  if (fits && owedMinor === quote.totalMinor) return quote.allocations;
  const again = allocateRefund(owedMinor, paymentFacts(order, payments), order.allocationStrategy);
  assert(again !== null, "what was captured for an order lies on its purchase's payments");
  return again;
}
