import { move, reversed } from "@makegood/domain/ledger/move";
import { post } from "#modules/ledger/exports/post.js";
import { postedEntries } from "#modules/ledger/exports/posted-entries.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { setAllocation } from "./conclude-refund.js";
import type { RefundEntity } from "./exports/refund.entity.js";
import type { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { type IncidentSettlement, RefundIncidentEntity } from "./exports/refund-incident.entity.js";
import { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import type { LockedRefund } from "./lock-refund.js";
import type { SecondPayment } from "./paid-twice.js";

/**
 * What seemed to be paid twice was paid once after all, since the other way failed: what paid it
 * second counts, and the incident is over. Not where the buyer gave it back meanwhile. Returns the
 * parts that are unpaid nevertheless.
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
    const { attemptId, payoutId } = incident;
    const counts = { status: "SUCCEEDED" } as const;
    if (attemptId) await unit.manager.update(RefundAttemptEntity, { id: attemptId }, counts);
    await setAllocation(unit, allocation, { ...counts, payoutId });
    if (payoutId) await unit.manager.update(RefundPayoutEntity, { id: payoutId }, counts);
    await end(unit, refund, incident, "NOT_TWICE");
  }
  return unpaid;
}

/** What was paid a second time came back by itself: whatever was made of it is taken back. */
export async function endIncidents(
  unit: UnitOfWork,
  refund: RefundEntity,
  by: SecondPayment,
): Promise<void> {
  const found = await unit.manager.find(RefundIncidentEntity, {
    where: by,
    order: { foundAt: "ASC", id: "ASC" },
  });
  // An attempt may have paid twice before, which is over: its last time is meant.
  const incidents = "attemptId" in by ? found.slice(-1) : found;
  for (const incident of incidents) {
    // An agent's word that it came back was about this: it came to the provider, not to our bank.
    if (incident.settlement === "PAID_BACK") await takeBackReturn(unit, refund, incident);
    else if (incident.settlement !== "NOT_TWICE") await end(unit, refund, incident, "PAID_BACK");
  }
}

/** The double payment of a part that the buyer still has. */
const incidentThatPays = (
  { manager }: UnitOfWork,
  allocationId: string,
): Promise<RefundIncidentEntity | null> =>
  manager
    .createQueryBuilder(RefundIncidentEntity, "i")
    .leftJoin("refund_attempts", "a", "a.id = i.attemptId")
    .leftJoin("refund_payouts", "p", "p.id = i.payoutId")
    .where("i.allocationId = :allocationId", { allocationId })
    .andWhere("(i.settlement IS NULL OR i.settlement = 'WRITTEN_OFF')")
    .andWhere("(a.status = 'PAID_TWICE' OR p.status IN ('PAID_TWICE', 'SUCCEEDED'))")
    .orderBy("i.foundAt")
    .getOne();

async function end(
  unit: UnitOfWork,
  refund: RefundEntity,
  incident: RefundIncidentEntity,
  settlement: IncidentSettlement,
): Promise<void> {
  const { manager, now: settledAt, actor } = unit;
  const { id } = incident;
  if (incident.settlement === "WRITTEN_OFF") await takeBackWriteOff(unit, refund, incident);
  const to = { settlement, settledAt, settledById: actor.id };
  await manager.update(RefundIncidentEntity, { id }, to);
}

function takeBackReturn(
  { manager, now }: UnitOfWork,
  { orderId, shopId }: RefundEntity,
  { id, refundId, amountMinor, currency }: RefundIncidentEntity,
): Promise<void> {
  const entries = move(amountMinor, "REFUND_OWED", "BANK");
  const about = { reference: `${id}/returned`, orderId, shopId, refundId, currency };
  return post(manager, { kind: "OVERPAID_BACK", ...about, entries, at: now });
}

/** What was written off as paid twice is what the buyer was owed: it is no loss any more. */
async function takeBackWriteOff(
  { manager, now }: UnitOfWork,
  { orderId, shopId }: RefundEntity,
  { id: reference, refundId, currency }: RefundIncidentEntity,
): Promise<void> {
  const entries = reversed(await postedEntries(manager, "OVERPAID_BORNE", reference));
  const about = { reference, orderId, shopId, refundId, currency };
  return post(manager, { kind: "OVERPAID_BACK", ...about, entries, at: now });
}
