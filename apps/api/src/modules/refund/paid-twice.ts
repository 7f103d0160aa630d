import { IsNull } from "typeorm";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { newId } from "#platform/ids.js";
import { eventOf, setAllocation } from "./conclude-refund.js";
import type { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { type IncidentSettlement, RefundIncidentEntity } from "./exports/refund-incident.entity.js";
import type { LockedRefund } from "./lock-refund.js";

/** An attempt arrived although the buyer is being, or was, paid another way: support has to know. */
export async function openIncident(
  unit: UnitOfWork,
  { refund }: LockedRefund,
  attempt: RefundAttemptEntity,
  amountMinor: number,
): Promise<void> {
  const { currency, orderId } = refund;
  await unit.manager.insert(RefundIncidentEntity, {
    id: newId("refundIncident"),
    refundId: refund.id,
    orderId,
    attemptId: attempt.id,
    amountMinor,
    currency,
    foundAt: unit.now,
    settledAt: null,
    settlement: null,
    settledById: null,
    note: null,
  });
  const data = { amountMinor, currency };
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.paidTwice", data });
}

/**
 * What seemed to be paid twice was paid once after all, since the other way failed: the attempt
 * counts, and the incident is over. Returns the parts that are unpaid nevertheless.
 */
export async function takeBackDoubt(
  unit: UnitOfWork,
  allocations: readonly RefundAllocationEntity[],
): Promise<RefundAllocationEntity[]> {
  const unpaid: RefundAllocationEntity[] = [];
  for (const allocation of allocations) {
    const twice = await unit.manager.findOneBy(RefundAttemptEntity, {
      allocationId: allocation.id,
      status: "PAID_TWICE",
    });
    if (!twice) {
      unpaid.push(allocation);
      continue;
    }
    await unit.manager.update(RefundAttemptEntity, { id: twice.id }, { status: "SUCCEEDED" });
    await setAllocation(unit, allocation, { status: "SUCCEEDED", payoutId: null });
    await endIncident(unit, twice.id, "NOT_TWICE");
  }
  return unpaid;
}

/** An incident that ends by itself, since the money moved again. */
export async function endIncident(
  unit: UnitOfWork,
  attemptId: string,
  settlement: IncidentSettlement,
): Promise<void> {
  await unit.manager.update(
    RefundIncidentEntity,
    { attemptId, settledAt: IsNull() },
    { settledAt: unit.now, settlement, settledById: unit.actor.id },
  );
}
