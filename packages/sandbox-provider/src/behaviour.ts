import { randomInt } from "node:crypto";
import type { PayoutStatus, RefundStatus, Trace } from "./contract.js";
import type { TestMethod } from "./test-methods.js";

export interface PlannedChange<S = RefundStatus> {
  afterMs: number;
  status: S;
  /** Why it waits or failed. */
  reason?: string;
}

const second = 1_000;
const day = 86_400_000;

/** What a new refund becomes, and when. The first change, at once, is what the answer says. */
export function planRefund(method: TestMethod, earlierRefunds: number): PlannedChange[] {
  const pending = (reason = "processing"): PlannedChange => ({
    afterMs: 0,
    status: "pending",
    reason,
  });
  const later = (afterMs: number, status: RefundStatus, reason?: string): PlannedChange[] => [
    pending(),
    { afterMs, status, ...(reason ? { reason } : {}) },
  ];
  switch (method) {
    case "slow":
      return later(20 * second, "succeeded");
    case "pending_days":
      return [pending("insufficient_balance"), { afterMs: 3 * day, status: "succeeded" }];
    case "fails_once":
      return earlierRefunds === 0
        ? later(second, "failed", "insufficient_funds")
        : later(second, "succeeded");
    case "always_fails":
      return later(second, "failed", "card_closed");
    case "expired_card":
      return later(second, "failed", "expired_or_canceled_card");
    case "needs_bank_details":
      return later(second, "requires_action", "bank_details_needed");
    case "late_success":
      return [
        ...later(second, "failed", "expired_or_canceled_card"),
        { afterMs: 20 * second, status: "succeeded" },
      ];
    case "reversed_later":
      return [
        { afterMs: 0, status: "succeeded" },
        { afterMs: 10 * second, status: "reversed", reason: "returned_by_bank" },
      ];
    case "fails_after_success":
      return [
        { afterMs: 0, status: "succeeded" },
        { afterMs: 10 * second, status: "failed", reason: "card_closed" },
      ];
    case "instant":
    case "webhook_before_answer":
      return [{ afterMs: 0, status: "succeeded" }];
    default:
      return later(2 * second, "succeeded");
  }
}

/** What becomes of a refund once the bank details it waited for are there. */
export function planAfterDetails(holder: string): PlannedChange[] {
  const pending: PlannedChange = { afterMs: 0, status: "pending", reason: "processing" };
  return holder === "TEST WRONG"
    ? [pending, { afterMs: second, status: "requires_action", reason: "bank_details_wrong" }]
    : [pending, { afterMs: 2 * second, status: "succeeded" }];
}

/** What becomes of a payout to a bank account, by its holder's name. */
export function planPayout(holder: string): PlannedChange<PayoutStatus>[] {
  const pending: PlannedChange<PayoutStatus> = { afterMs: 0, status: "pending" };
  switch (holder) {
    case "TEST CLOSED":
      return [pending, { afterMs: second, status: "failed", reason: "account_closed" }];
    case "TEST RETURNED":
      return [
        { afterMs: 0, status: "succeeded" },
        { afterMs: 10 * second, status: "returned", reason: "returned_by_bank" },
      ];
    case "TEST SLOW":
      return [pending, { afterMs: 3 * day, status: "succeeded" }];
    default:
      return [pending, { afterMs: 2 * second, status: "succeeded" }];
  }
}

/** An acquirer reference number as card networks give them: 23 digits. */
export function newTrace(): Trace {
  const digits = Array.from({ length: 22 }, () => randomInt(10)).join("");
  return { type: "ARN", value: `7${digits}` };
}
