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

/** Posts that an attempt paid or came back; under a name of its own each time that it does so again. */
export async function postAttempt(
  unit: UnitOfWork,
  { attempt, allocation, refund: { refund } }: Known,
  kind: "REFUND_PAID" | "REFUND_REVERSED",
  { isFirst = false } = {},
): Promise<void> {
  const times = isFirst ? 0 : await timesPosted(unit, refund.orderId, kind, attempt.id);
  return post(unit.manager, {
    kind,
    reference: times === 0 ? attempt.id : `${attempt.id}/${times + 1}`,
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

async function timesPosted(
  { manager }: UnitOfWork,
  orderId: string,
  kind: string,
  attemptId: string,
): Promise<number> {
  const [{ times }] = await manager.query(
    `SELECT COUNT(*)::int AS times FROM ledger_transactions
     WHERE order_id = $1 AND kind = $2 AND split_part(reference, '/', 1) = $3`,
    [orderId, kind, attemptId],
  );
  return times;
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
