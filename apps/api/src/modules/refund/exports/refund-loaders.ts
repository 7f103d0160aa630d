import { loadBy, loadListBy } from "#platform/database/loaders.js";
import { RefundEntity } from "./refund.entity.js";
import { RefundAllocationEntity } from "./refund-allocation.entity.js";
import { RefundApprovalEntity } from "./refund-approval.entity.js";
import { RefundAttemptEntity } from "./refund-attempt.entity.js";

/** By id, unscoped: only for ids that came from a visible order. */
export const refundById = loadBy(RefundEntity, "id");
export const refundByCancellation = loadBy(RefundEntity, "cancellationId");
export const refundsByOrder = loadListBy(RefundEntity, "orderId", { id: "DESC" });
export const allocationsByRefund = loadListBy(RefundAllocationEntity, "refundId", { id: "ASC" });
export const attemptsByAllocation = loadListBy(RefundAttemptEntity, "allocationId", {
  number: "ASC",
});
export const approvalByRefund = loadBy(RefundApprovalEntity, "refundId");
export const refundByReturn = loadBy(RefundEntity, "returnId");
