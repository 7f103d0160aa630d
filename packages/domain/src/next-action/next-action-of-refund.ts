import { callingOffReason } from "../refund/calling-off.js";
import { isDoubt } from "../refund/doubt.js";
import type { RefundStatus } from "../refund/refund-machine.js";
import { stoppedReason } from "../stop/stop-switch.js";
import { action, type NextAction } from "./next-action.js";

/** What a refund's next action is told from. */
export interface RefundWaits {
  readonly status: RefundStatus;
  readonly promisedBy: Date;
  /** What is expected since the promise was broken. */
  readonly newlyExpectedBy?: Date | null;
  readonly pendingReason?: string | null;
  /** Until when it waits for a second person, for a stop switch, or for support to clear it up. */
  readonly waitsUntil?: Date | null;
  /** Until when the buyer can give what is asked for. */
  readonly actionBy?: Date | null;
  readonly failureReason?: string | null;
}

/**
 * What a refund waits for; the deadline is the promise made to the buyer or, once that was broken,
 * what is expected since; a second person's, a stop switch's and a doubt's date come before either.
 */
export function nextActionOfRefund(refund: RefundWaits): NextAction | null {
  const waitsUntil = refund.waitsUntil ?? null;
  if (refund.pendingReason === stoppedReason && waitsUntil) {
    return action("SUPPORT", "LIFT_STOP", waitsUntil, "REFUND_GOES_ON");
  }
  const by = refund.newlyExpectedBy ?? refund.promisedBy;
  const unsent = ["APPROVED", "PROCESSING", "ALTERNATIVE_PAYOUT"].includes(refund.status);
  if (unsent && refund.pendingReason === "chargeback_open") {
    // Banks take longer than they said: then it is what the buyer was told since.
    const decided = (waitsUntil ?? by).getTime();
    const told = refund.newlyExpectedBy?.getTime() ?? decided;
    const deadline = new Date(Math.max(decided, told));
    return action("SUPPORT", "SETTLE_CHARGEBACK", deadline, "REFUND_GOES_ON");
  }
  if (unsent && refund.pendingReason === "chargeback_lost") {
    return action("SUPPORT", "CLOSE_AS_PAID_BY_BANK", by, "SUPPORT_STEPS_IN");
  }
  switch (refund.status) {
    case "PENDING_APPROVAL":
      return action("SUPPORT", "APPROVE_REFUND", waitsUntil, waitsUntil ? "REFUND_NOT_MADE" : null);
    case "APPROVED":
      return action("SYSTEM", "SEND_REFUND", by, "SUPPORT_STEPS_IN");
    case "PROCESSING":
      if (isDoubt(refund.pendingReason)) {
        return action("SUPPORT", "CLEAR_UP_REFUND", waitsUntil ?? by, "GOES_TO_A_LEAD");
      }
      return action("PROVIDER", "SETTLE_REFUND", by, "SUPPORT_STEPS_IN");
    case "ALTERNATIVE_PAYOUT":
      return action("PROVIDER", "SETTLE_TRANSFER", by, "SUPPORT_STEPS_IN");
    case "REQUIRES_ACTION":
      if (refund.pendingReason === callingOffReason) {
        return action("PROVIDER", "GIVE_REFUND_UP", by, "SUPPORT_STEPS_IN");
      }
      return action("BUYER", "GIVE_BANK_DETAILS", refund.actionBy ?? by, "DETAILS_LAPSE");
    case "FAILED":
    case "REVERSED":
      return refund.failureReason === "chargeback_lost"
        ? action("SUPPORT", "CLOSE_AS_PAID_BY_BANK", by, "SUPPORT_STEPS_IN")
        : action("SUPPORT", "PUT_REFUND_RIGHT", by, "GOES_TO_A_LEAD");
    case "SUCCEEDED":
    case "CANCELED":
      return null;
  }
}
