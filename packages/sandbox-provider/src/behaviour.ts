import { randomInt } from "node:crypto";
import type { Refund, RefundStatus } from "./contract.js";
import type { TestMethod } from "./test-methods.js";

export interface PlannedChange {
  afterMs: number;
  status: RefundStatus;
  failureReason?: string;
}

const second = 1_000;
const day = 86_400_000;

/** What a new refund becomes, and when. The first change, at once, is what the answer says. */
export function planRefund(method: TestMethod, earlierRefunds: number): PlannedChange[] {
  const later = (
    afterMs: number,
    status: RefundStatus,
    failureReason?: string,
  ): PlannedChange[] => [
    { afterMs: 0, status: "pending" },
    { afterMs, status, ...(failureReason ? { failureReason } : {}) },
  ];
  switch (method) {
    case "slow":
      return later(20 * second, "succeeded");
    case "pending_days":
      return later(3 * day, "succeeded");
    case "fails_once":
      return earlierRefunds === 0
        ? later(second, "failed", "insufficient_funds")
        : later(second, "succeeded");
    case "always_fails":
      return later(second, "failed", "card_closed");
    case "expired_card":
      return later(second, "failed", "expired_or_canceled_card");
    case "reversed_later":
      return [
        { afterMs: 0, status: "succeeded" },
        { afterMs: 10 * second, status: "reversed", failureReason: "returned_by_bank" },
      ];
    case "instant":
    case "webhook_before_answer":
      return [{ afterMs: 0, status: "succeeded" }];
    default:
      return later(2 * second, "succeeded");
  }
}

/** Why a refund waits, as the provider says it. */
export function pendingReason(method: TestMethod): string {
  return method === "pending_days" ? "insufficient_balance" : "processing";
}

/** An acquirer reference number as card networks give them: 23 digits. */
export function newTrace(): NonNullable<Refund["traceReference"]> {
  const digits = Array.from({ length: 22 }, () => randomInt(10)).join("");
  return { type: "ARN", value: `7${digits}` };
}
