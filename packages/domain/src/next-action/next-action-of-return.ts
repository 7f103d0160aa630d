import type { DisputeStatus } from "../dispute/dispute-machine.js";
import type { ReturnStatus } from "../return/return-machine.js";
import { action, type NextAction } from "./next-action.js";
import { nextActionOfDispute } from "./next-action-of-dispute.js";
import { nextActionOfRefund, type RefundWaits } from "./next-action-of-refund.js";

/** What a return waits for; null when it is over. */
export function nextActionOfReturn({
  status,
  dueAt,
}: {
  status: ReturnStatus;
  dueAt: Date | null;
}): NextAction | null {
  switch (status) {
    case "REQUESTED":
      return action("SELLER", "DECIDE_RETURN", dueAt, "RETURN_APPROVED_BY_SILENCE");
    case "INFO_REQUESTED":
      return action("BUYER", "GIVE_INFO", dueAt, "REQUEST_EXPIRES");
    case "OFFER_PENDING":
      return action("BUYER", "ANSWER_OFFER", dueAt, "OFFER_LAPSES");
    case "APPROVED":
      return action("SYSTEM", "ISSUE_LABEL", dueAt, dueAt ? "SEND_AS_YOU_LIKE" : null);
    case "AWAITING_SHIPMENT":
      return action("BUYER", "SEND_BACK", dueAt, "RETURN_EXPIRES");
    case "IN_TRANSIT":
      return action("CARRIER", "CARRY_BACK", dueAt, "COUNTS_AS_LOST");
    case "LOST_IN_TRANSIT":
      return action("BUYER", "SETTLE_LOSS", dueAt, "REFUSAL_STANDS");
    case "RECEIVED":
      return action("SELLER", "INSPECT", dueAt, "ACCEPTED_BY_SILENCE");
    case "PARTIALLY_ACCEPTED":
      return action("BUYER", "ACCEPT_DEDUCTION", dueAt, "DEDUCTION_STANDS");
    case "REJECTED":
    case "RECEIPT_REJECTED":
      return action("BUYER", "APPEAL_OR_ACCEPT", dueAt, "REFUSAL_STANDS");
    case "ESCALATED":
      return action("SUPPORT", "RULE", dueAt);
    case "INSPECTED":
    case "REFUND_PENDING":
      return action("SYSTEM", "SETTLE_RETURN");
    case "COMPLETED":
    case "EXPIRED":
    case "CANCELED":
    case "CLOSED":
      return null;
  }
}

/**
 * What a return waits for, told with the dates of what it rests on: support's ruling by the dispute's,
 * the money by its refund's.
 */
export function nextActionOfReturnWith(
  request: { status: ReturnStatus; dueAt: Date | null },
  rests: {
    dispute: { status: DisputeStatus; dueAt: Date | null } | null;
    refund: RefundWaits | null;
  },
): NextAction | null {
  const own = nextActionOfReturn(request);
  if (request.status === "ESCALATED" && rests.dispute) {
    return nextActionOfDispute(rests.dispute) ?? own;
  }
  if (request.status === "REFUND_PENDING" && rests.refund) {
    return nextActionOfRefund(rests.refund) ?? own;
  }
  return own;
}
