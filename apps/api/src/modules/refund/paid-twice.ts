import { move } from "@makegood/domain/ledger/move";
import { IsNull } from "typeorm";
import { post } from "#modules/ledger/exports/post.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { newId } from "#platform/ids.js";
import { eventOf, setAllocation } from "./conclude-refund.js";
import type { RefundEntity } from "./exports/refund.entity.js";
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
 * counts, and the incident is over. Not where the buyer gave it back meanwhile. Returns the parts
 * that are unpaid nevertheless.
 */
export async function takeBackDoubt(
  unit: UnitOfWork,
  { refund }: LockedRefund,
  allocations: readonly RefundAllocationEntity[],
): Promise<RefundAllocationEntity[]> {
  const unpaid: RefundAllocationEntity[] = [];
  for (const allocation of allocations) {
    const incident = await incidentThatPays(unit, allocation.id);
    if (!incident) {
      unpaid.push(allocation);
      continue;
    }
    const { attemptId } = incident;
    await unit.manager.update(RefundAttemptEntity, { id: attemptId }, { status: "SUCCEEDED" });
    await setAllocation(unit, allocation, { status: "SUCCEEDED", payoutId: null });
    await endIncident(unit, attemptId, "NOT_TWICE");
    if (incident.settlement === "WRITTEN_OFF") await takeBackWriteOff(unit, refund, incident);
  }
  return unpaid;
}

/** The double payment of a part that the buyer still has. */
const incidentThatPays = (
  { manager }: UnitOfWork,
  allocationId: string,
): Promise<RefundIncidentEntity | null> =>
  manager
    .createQueryBuilder(RefundIncidentEntity, "i")
    .innerJoin("refund_attempts", "a", "a.id = i.attemptId")
    .where("a.allocation_id = :allocationId AND a.status = 'PAID_TWICE'", { allocationId })
    .andWhere("i.settlement IS DISTINCT FROM 'PAID_BACK'")
    .getOne();

/** What was written off as paid twice is what the buyer was owed: it is no goodwill any more. */
function takeBackWriteOff(
  { manager, now }: UnitOfWork,
  { orderId, shopId }: RefundEntity,
  { id: reference, refundId, amountMinor, currency }: RefundIncidentEntity,
): Promise<void> {
  const entries = move(amountMinor, "REFUND_OWED", "GOODWILL");
  const about = { reference, orderId, shopId, refundId, currency };
  return post(manager, { kind: "OVERPAID_BACK", ...about, entries, at: now });
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
