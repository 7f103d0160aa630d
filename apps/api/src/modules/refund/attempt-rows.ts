import { move } from "@makegood/domain/ledger/move";
import { post } from "#modules/ledger/exports/post.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { LockedRefund } from "./lock-refund.js";

/** An attempt that something is known of, with all it belongs to, under the order's lock. */
export interface Known {
  attempt: RefundAttemptEntity;
  allocation: RefundAllocationEntity;
  refund: LockedRefund;
}

export async function setAttempt(
  unit: UnitOfWork,
  attempt: RefundAttemptEntity,
  to: Partial<RefundAttemptEntity>,
): Promise<void> {
  Object.assign(attempt, to);
  await unit.manager.update(RefundAttemptEntity, { id: attempt.id }, to);
}

export function postAttempt(
  unit: UnitOfWork,
  { attempt, allocation, refund: { refund } }: Known,
  kind: "REFUND_PAID" | "REFUND_REVERSED",
): Promise<void> {
  return post(unit.manager, {
    kind,
    reference: attempt.id,
    orderId: refund.orderId,
    refundId: refund.id,
    shopId: refund.shopId,
    currency: refund.currency,
    entries:
      kind === "REFUND_PAID"
        ? move(allocation.amountMinor, "REFUND_OWED", "PROVIDER_CLEARING")
        : move(allocation.amountMinor, "PROVIDER_CLEARING", "REFUND_OWED"),
    at: unit.now,
  });
}

/** An attempt comes to its end. */
export const settleAttempt = (
  unit: UnitOfWork,
  attempt: RefundAttemptEntity,
  to: Partial<RefundAttemptEntity>,
): Promise<void> =>
  setAttempt(unit, attempt, {
    ...to,
    settledAt: unit.now,
    pendingReason: null,
    needsAction: false,
  });
