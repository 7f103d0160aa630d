import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { newId } from "#platform/ids.js";
import { eventOf } from "./conclude-refund.js";
import type { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundIncidentEntity } from "./exports/refund-incident.entity.js";
import type { LockedRefund } from "./lock-refund.js";

/** What paid a second time: an attempt at the original payment, or a transfer to an account. */
export type SecondPayment = { attemptId: string } | { payoutId: string };

/** A part arrived although the buyer is being, or was, paid another way: support has to know. */
export async function openIncident(
  unit: UnitOfWork,
  { refund }: LockedRefund,
  { id: allocationId, amountMinor }: RefundAllocationEntity,
  by: SecondPayment,
): Promise<void> {
  const { id: refundId, currency, orderId } = refund;
  await unit.manager.insert(RefundIncidentEntity, {
    id: newId("refundIncident"),
    refundId,
    orderId,
    allocationId,
    attemptId: null,
    payoutId: null,
    ...by,
    amountMinor,
    currency,
    foundAt: unit.now,
    settledAt: null,
    settlement: null,
    settledById: null,
    note: null,
  });
  const kind = "payoutId" in by ? "refund.transferredTwice" : "refund.paidTwice";
  await recordEvent(unit, { ...eventOf(refund), kind, data: { amountMinor, currency } });
}
