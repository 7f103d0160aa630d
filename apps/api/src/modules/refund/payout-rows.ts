import type { LedgerEntry, LedgerKind } from "@makegood/domain/ledger/account";
import { post } from "#modules/ledger/exports/post.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import { RefundPayoutPartEntity } from "./exports/refund-payout-part.entity.js";
import type { LockedRefund } from "./lock-refund.js";

export async function setPayout(
  unit: UnitOfWork,
  payout: RefundPayoutEntity,
  to: Partial<RefundPayoutEntity>,
): Promise<void> {
  Object.assign(payout, to);
  await unit.manager.update(RefundPayoutEntity, { id: payout.id }, to);
}

/** The parts that a payout pays now: it is what their money came by, or is to come by. */
export const partsPaidBy = (
  { allocations }: LockedRefund,
  { id }: RefundPayoutEntity,
): RefundAllocationEntity[] => allocations.filter(({ payoutId }) => payoutId === id);

/** The parts that it was made for, whatever pays them now. */
export async function partsAgreedFor(
  { manager }: UnitOfWork,
  { allocations }: LockedRefund,
  { id: payoutId }: RefundPayoutEntity,
): Promise<RefundAllocationEntity[]> {
  const parts = await manager.findBy(RefundPayoutPartEntity, { payoutId });
  const ids = new Set(parts.map(({ allocationId }) => allocationId));
  return allocations.filter(({ id }) => ids.has(id));
}

export function postPayout(
  unit: UnitOfWork,
  { refund }: LockedRefund,
  { id: reference, currency }: RefundPayoutEntity,
  kind: LedgerKind,
  entries: LedgerEntry[],
): Promise<void> {
  const { id: refundId, orderId, shopId } = refund;
  const about = { reference, orderId, shopId, refundId, currency };
  return post(unit.manager, { kind, ...about, entries, at: unit.now });
}
