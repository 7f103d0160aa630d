import { stoppedReason } from "@makegood/domain/stop/stop-switch";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { RefundEntity } from "./exports/refund.entity.js";

/** A refund waits for a stop switch: told once, and until when. It goes on when the switch is lifted. */
export async function waitForStop(
  unit: UnitOfWork,
  refund: RefundEntity,
  until: Date,
): Promise<void> {
  const known = refund.pendingReason === stoppedReason;
  if (known && refund.waitsUntil?.getTime() === until.getTime()) return;
  await set(unit, refund, { pendingReason: stoppedReason, waitsUntil: until });
  await tell(unit, refund, "refund.stopped", { promisedBy: until.toISOString() });
}

/** Nothing holds it back any more. */
export async function goOn(unit: UnitOfWork, refund: RefundEntity): Promise<void> {
  if (refund.pendingReason !== stoppedReason) return;
  await set(unit, refund, { pendingReason: null, waitsUntil: null });
  await tell(unit, refund, "refund.resumed", {});
}

async function set(
  { manager }: UnitOfWork,
  refund: RefundEntity,
  to: { pendingReason: string | null; waitsUntil: Date | null },
): Promise<void> {
  Object.assign(refund, to);
  await manager.update(RefundEntity, { id: refund.id }, to);
}

function tell(
  unit: UnitOfWork,
  refund: RefundEntity,
  kind: "refund.stopped" | "refund.resumed",
  more: { promisedBy?: string },
): Promise<void> {
  return recordEvent(unit, {
    orderId: refund.orderId,
    kind,
    refundId: refund.id,
    cancellationId: refund.cancellationId,
    returnId: refund.returnId,
    data: { amountMinor: refund.amountMinor, currency: refund.currency, ...more },
  });
}
