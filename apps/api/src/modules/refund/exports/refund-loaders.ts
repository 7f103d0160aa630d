import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { RefundEntity } from "./refund.entity.js";
import { RefundAllocationEntity } from "./refund-allocation.entity.js";
import { RefundApprovalEntity } from "./refund-approval.entity.js";
import { RefundAttemptEntity } from "./refund-attempt.entity.js";

/** By id, unscoped: only for ids that came from a visible order. */
export const refundById = loadBy(RefundEntity, "id");
export const refundsByCancellation = loadListBy(RefundEntity, "cancellationId", { id: "ASC" });
export const refundsByReturn = loadListBy(RefundEntity, "returnId", { id: "ASC" });
export const refundsByOrder = loadListBy(RefundEntity, "orderId", { id: "DESC" });
export const allocationsByRefund = loadListBy(RefundAllocationEntity, "refundId", { id: "ASC" });
export const attemptsByAllocation = loadListBy(RefundAttemptEntity, "allocationId", {
  number: "ASC",
});
export const approvalByRefund = loadBy(RefundApprovalEntity, "refundId");

/**
 * The one refund to name where there are several of one cancellation or return: what is sent rather than
 * what waits for a bank, and either rather than what they came from.
 */
export const mainRefund = (refunds: readonly RefundEntity[]): RefundEntity | null => {
  const rank = ({ status, pendingReason }: RefundEntity) =>
    status === "CANCELED" ? 2 : pendingReason === "chargeback_open" ? 1 : 0;
  return [...refunds].sort((a, b) => rank(a) - rank(b))[0] ?? null;
};
