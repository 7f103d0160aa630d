import type { CancellationRule } from "@makegood/domain/decision/decision";
import { partsOfQuote } from "@makegood/domain/ledger/refund-parts";
import type { RefundQuote } from "@makegood/domain/quote/quote-cancellation";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import type { AtBank } from "#modules/chargeback/exports/at-bank.js";
import { advanceOrder } from "#modules/order/exports/advance-order.js";
import type { LockedOrder } from "#modules/order/exports/lock-order.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { isUncollected } from "#modules/payment/exports/read-order-money.js";
import { settleCanceled } from "#modules/payment/exports/settle-canceled.js";
import { createDueRefund } from "#modules/refund/exports/create-due-refund.js";
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
  {
    read = null,
    rule = null,
  }: {
    /** What was locked and read already. */
    read?: { payments: PaymentEntity[]; atBank: AtBank } | null;
    /** The rule that approved it at once. */
    rule?: CancellationRule | null;
  } = {},
): Promise<void> {
  const { manager } = unit;
  const { id: cancellationId, orderId } = cancellation;
  // Whoever asked, it is the policy that approves at once; what follows from an approval is ours.
  const actor = approvedBy === "cancellation.approvedAtOnce" ? systemActor : unit.actor;
  const data = rule === null ? {} : { rule };
  await recordEvent(unit, { orderId, kind: approvedBy, cancellationId, actor, data });
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
  const dueMinor = quote.totalMinor + (quote.waitsMinor ?? 0);
  const owedMinor = dueMinor + (order.capturedMinor > 0 ? quote.notChargedMinor : 0);
  if (owedMinor === 0) return completeCancellation(unit, cancellation);
  const made = await createDueRefund(unit, order, {
    cancellationId,
    origin: "CANCELLATION",
    decisionId: cancellation.decisionId,
    amountMinor: owedMinor,
    wanted: quote.allocations,
    ...(owedMinor === dueMinor ? { parts: partsOfQuote(quote.components) } : {}),
    promisedBy: () => quote.promisedBy,
    reason: null,
    ...(read ? { read } : {}),
  });
  if (!made) await completeCancellation(unit, cancellation);
}
