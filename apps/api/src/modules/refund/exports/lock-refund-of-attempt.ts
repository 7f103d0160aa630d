import { assert } from "@makegood/domain/assert";
import type { OurRefund } from "@makegood/domain/reconciliation/compare-refund";
import type { Doubt } from "@makegood/domain/refund/doubt";
import type { EntityManager } from "typeorm";
import { postedOfAttempt } from "#modules/ledger/exports/posted-of-attempt.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { lockRefund } from "../lock-refund.js";
import { RefundAttemptEntity } from "./refund-attempt.entity.js";

const shared: Doubt = "answered_for_another";

/** An attempt as our books have it, under its order's lock. */
export async function lockRefundOfAttempt(
  manager: EntityManager,
  attemptId: string,
): Promise<OurRefund> {
  const { refundId } = await manager.findOneByOrFail(RefundAttemptEntity, { id: attemptId });
  const locked = await lockRefund(manager, null, refundId);
  assert(locked !== null, "a refund is never deleted");
  const attempt = await manager.findOneByOrFail(RefundAttemptEntity, { id: attemptId });
  const allocation = locked.allocations.find(({ id }) => id === attempt.allocationId);
  assert(allocation !== undefined, "an attempt belongs to an allocation of its refund");
  const payment = await manager.findOneByOrFail(PaymentEntity, { id: allocation.paymentId });
  const [{ posted }] = await manager.query(`SELECT ${postedOfAttempt("$1", "$2")} AS posted`, [
    attemptId,
    locked.refund.orderId,
  ]);
  return {
    status: attempt.status,
    providerRefundId: attempt.providerRefundId,
    amountMinor: allocation.amountMinor,
    postedMinor: Number(posted),
    currency: locked.refund.currency,
    openedAt: attempt.createdAt,
    promisedBy: locked.refund.promisedBy,
    paidOtherwise: allocation.status === "SUCCEEDED" && attempt.status !== "SUCCEEDED",
    chargeId: payment.providerChargeId,
    isShared: attempt.pendingReason === shared,
  };
}
