import type { CancellationStatus } from "../cancellation/cancellation-machine.js";
import type { CaseStatus } from "../case/case-machine.js";
import type { ChargebackStatus } from "../chargeback/chargeback-machine.js";
import { decidedBy } from "../chargeback/mirror-chargeback.js";
import type { DisputeStatus } from "../dispute/dispute-machine.js";
import type { OrderStatus } from "../order/order-machine.js";
import type { OrderMoney } from "../payment/order-money.js";
import type { DriftStatus } from "../reconciliation/drift-machine.js";
import { callingOffReason } from "../refund/calling-off.js";
import type { RefundStatus } from "../refund/refund-machine.js";
import type { ReturnStatus } from "../return/return-machine.js";
import { stoppedReason } from "../stop/stop-switch.js";

export type ActionOwner = "BUYER" | "SELLER" | "SUPPORT" | "SYSTEM" | "PROVIDER" | "CARRIER";

export type NextActionKind =
  | "PAY"
  | "PAY_AGAIN"
  | "TAKE_PAYMENT"
  | "RELEASE_PAYMENT"
  | "PUT_PAYMENT_RIGHT"
  | "END_GRACE"
  | "PACK_AND_SHIP"
  | "DELIVER"
  | "SETTLE_DELIVERY"
  | "DECIDE_CANCELLATION"
  | "APPEAL_OR_ACCEPT"
  | "RULE"
  | "STOP_SHIPMENT"
  | "SEND_REFUND"
  | "SETTLE_REFUND"
  | "PUT_REFUND_RIGHT"
  | "GIVE_BANK_DETAILS"
  | "SETTLE_TRANSFER"
  | "SETTLE_CHARGEBACK"
  | "CLOSE_AS_PAID_BY_BANK"
  | "SEND_EVIDENCE"
  | "DECIDE_CHARGEBACK"
  | "ANSWER_BUYER"
  | "ANSWER_SUPPORT"
  | "DECIDE_RETURN"
  | "GIVE_INFO"
  | "ANSWER_OFFER"
  | "ISSUE_LABEL"
  | "SEND_BACK"
  | "CARRY_BACK"
  | "SETTLE_LOSS"
  | "INSPECT"
  | "ACCEPT_DEDUCTION"
  | "SETTLE_RETURN"
  | "ANSWER_DISPUTE"
  | "APPEAL_RULING"
  | "APPROVE_REFUND"
  | "LIFT_STOP"
  | "SETTLE_DRIFT";

export type TimeoutKind =
  | "CANCELED_BY_SILENCE"
  | "ORDER_EXPIRES"
  | "ORDER_CANCELED_UNPAID"
  | "BUYER_SAYS_NOT_ARRIVED"
  | "COUNTS_AS_NOT_DELIVERED"
  | "BUYER_PAYS_AGAIN"
  | "AUTHORIZATION_LAPSES"
  | "SELLER_CAN_PACK"
  | "BUYER_CANCELS_AT_ONCE"
  | "BUYER_ASKS_SUPPORT"
  | "SUPPORT_STEPS_IN"
  | "RETURN_APPROVED_BY_SILENCE"
  | "REQUEST_EXPIRES"
  | "OFFER_LAPSES"
  | "RETURN_EXPIRES"
  | "COUNTS_AS_LOST"
  | "ACCEPTED_BY_SILENCE"
  | "DEDUCTION_STANDS"
  | "REFUSAL_STANDS"
  | "DECIDED_FOR_BUYER"
  | "RULING_STANDS"
  | "SEND_AS_YOU_LIKE"
  | "REFUND_NOT_MADE"
  | "REFUND_GOES_ON"
  | "CHARGEBACK_LOST"
  | "DETAILS_LAPSE"
  | "LEAD_TAKES_OVER";

/** Who must act, by when, and what happens if nobody does. */
export interface NextAction {
  readonly owner: ActionOwner;
  readonly kind: NextActionKind;
  readonly deadline: Date | null;
  /** Null where nothing happens by itself. */
  readonly onTimeout: TimeoutKind | null;
}

const action = (
  owner: ActionOwner,
  kind: NextActionKind,
  deadline: Date | null = null,
  onTimeout: TimeoutKind | null = null,
): NextAction => ({ owner, kind, deadline, onTimeout });

/** What a cancellation waits for; null when it is over, or its refund says the rest. */
export function nextActionOfCancellation(cancellation: {
  status: CancellationStatus;
  respondBy: Date | null;
  appealBy?: Date | null;
}): NextAction | null {
  switch (cancellation.status) {
    case "PENDING_SELLER":
      return action("SELLER", "DECIDE_CANCELLATION", cancellation.respondBy, "CANCELED_BY_SILENCE");
    case "ESCALATED":
      return action("SUPPORT", "RULE");
    case "REJECTED":
      return action(
        "BUYER",
        "APPEAL_OR_ACCEPT",
        cancellation.appealBy ?? null,
        cancellation.appealBy ? "REFUSAL_STANDS" : null,
      );
    case "AUTO_APPROVED":
    case "APPROVED":
    case "STOPPING_SHIPMENT":
      return action("SYSTEM", "STOP_SHIPMENT");
    case "REFUNDING":
    case "WITHDRAWN":
    case "CLOSED":
    case "SUPERSEDED_BY_SHIPMENT":
    case "COMPLETED":
      return null;
  }
}

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

/** What a dispute waits for; null when it is over. */
export function nextActionOfDispute({
  status,
  dueAt,
}: {
  status: DisputeStatus;
  dueAt: Date | null;
}): NextAction | null {
  switch (status) {
    case "OPENED":
    case "AWAITING_SELLER_RESPONSE":
      return action("SELLER", "ANSWER_DISPUTE", dueAt, "DECIDED_FOR_BUYER");
    case "EVIDENCE":
    case "UNDER_REVIEW":
    case "APPEALED":
      return action("SUPPORT", "RULE", dueAt);
    case "DECIDED_BUYER":
    case "DECIDED_SELLER":
    case "DECIDED_SPLIT":
    case "APPEAL_WINDOW":
      return action("BUYER", "APPEAL_RULING", dueAt, "RULING_STANDS");
    case "FINAL":
    case "WITHDRAWN":
    case "AGREED":
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

/** What a refund's next action is told from. */
export interface RefundWaits {
  readonly status: RefundStatus;
  readonly promisedBy: Date;
  /** What is expected since the promise was broken. */
  readonly newlyExpectedBy?: Date | null;
  readonly pendingReason?: string | null;
  /** Until when it waits for a second person, or for a stop switch. */
  readonly waitsUntil?: Date | null;
  /** Until when the buyer can give what is asked for. */
  readonly actionBy?: Date | null;
  readonly failureReason?: string | null;
}

/**
 * What a refund waits for; the deadline is the promise made to the buyer or, once that was broken,
 * what is expected since; a second person's and a stop switch's date come before either.
 */
export function nextActionOfRefund(refund: RefundWaits): NextAction | null {
  const waitsUntil = refund.waitsUntil ?? null;
  if (refund.pendingReason === stoppedReason && waitsUntil) {
    return action("SUPPORT", "LIFT_STOP", waitsUntil, "REFUND_GOES_ON");
  }
  const by = refund.newlyExpectedBy ?? refund.promisedBy;
  const unsent = ["APPROVED", "PROCESSING", "ALTERNATIVE_PAYOUT"].includes(refund.status);
  if (unsent && refund.pendingReason === "chargeback_open") {
    return action("SUPPORT", "SETTLE_CHARGEBACK", waitsUntil ?? by, "REFUND_GOES_ON");
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
      return action("PROVIDER", "SETTLE_REFUND", by, "SUPPORT_STEPS_IN");
    case "ALTERNATIVE_PAYOUT":
      return action("PROVIDER", "SETTLE_TRANSFER", by, "SUPPORT_STEPS_IN");
    case "REQUIRES_ACTION":
      if (refund.pendingReason === callingOffReason) {
        return action("PROVIDER", "SETTLE_REFUND", by, "SUPPORT_STEPS_IN");
      }
      return action("BUYER", "GIVE_BANK_DETAILS", refund.actionBy ?? by, "DETAILS_LAPSE");
    case "FAILED":
    case "REVERSED":
      return refund.failureReason === "chargeback_lost"
        ? action("SUPPORT", "CLOSE_AS_PAID_BY_BANK", by, "SUPPORT_STEPS_IN")
        : action("SUPPORT", "PUT_REFUND_RIGHT", by);
    case "SUCCEEDED":
    case "CANCELED":
      return null;
  }
}

/** What a chargeback waits for; null when it is over. */
export function nextActionOfChargeback(chargeback: {
  status: ChargebackStatus;
  openedAt: Date;
  evidenceDueBy: Date | null;
}): NextAction | null {
  switch (chargeback.status) {
    case "WARNING_NEEDS_RESPONSE":
    case "NEEDS_RESPONSE":
      return action("SUPPORT", "SEND_EVIDENCE", chargeback.evidenceDueBy, "CHARGEBACK_LOST");
    case "WARNING_UNDER_REVIEW":
    case "UNDER_REVIEW":
      return action(
        "PROVIDER",
        "DECIDE_CHARGEBACK",
        decidedBy(chargeback.openedAt),
        "SUPPORT_STEPS_IN",
      );
    case "WARNING_CLOSED":
    case "WON":
    case "LOST":
    case "ACCEPTED":
    case "PREVENTED":
      return null;
  }
}

/** What a difference between books waits for; null once it is settled. */
export function nextActionOfDrift(drift: {
  status: DriftStatus;
  dueBy: Date;
  /** When it rose to a lead; null before. */
  escalatedAt: Date | null;
}): NextAction | null {
  if (drift.status === "HEALED" || drift.status === "ACCEPTED") return null;
  const onTimeout = drift.escalatedAt ? null : "LEAD_TAKES_OVER";
  return action("SUPPORT", "SETTLE_DRIFT", drift.dueBy, onTimeout);
}

/** What a case waits for. */
export function nextActionOfCase(support: {
  status: CaseStatus;
  replyBy: Date | null;
}): NextAction | null {
  switch (support.status) {
    case "NEW":
    case "OPEN":
    case "ON_HOLD":
      return action("SUPPORT", "ANSWER_BUYER", support.replyBy);
    case "PENDING_BUYER":
      return action("BUYER", "ANSWER_SUPPORT");
    case "PENDING_SELLER":
      return action("SELLER", "ANSWER_SUPPORT", support.replyBy);
    case "RESOLVED":
    case "CLOSED":
    case "MERGED":
      return null;
  }
}

/**
 * What an order waits for: an open cancellation first, then a return, then money on its way, then
 * fulfilment.
 */
export function nextActionOfOrder(order: {
  status: OrderStatus;
  shipBy: Date | null;
  graceEndsAt: Date | null;
  /** Whether the buyer may cancel at once when the seller is late to ship. */
  atOnceWhenLate: boolean;
  /** By when the carrier is expected to have delivered it. */
  estimatedDeliveryBy?: Date | null;
  /** Until when the seller has to settle that it did not arrive. */
  deliveryDueBy?: Date | null;
  cancellations: readonly {
    status: CancellationStatus;
    respondBy: Date | null;
    appealBy?: Date | null;
  }[];
  returns?: readonly { status: ReturnStatus; dueAt: Date | null }[];
  disputes?: readonly { status: DisputeStatus; dueAt: Date | null }[];
  refunds: readonly RefundWaits[];
  /** How money that was not taken at checkout stands; null where it was. */
  collecting?: Collecting | null;
}): NextAction | null {
  // What support is asked about is told by the dispute, which knows the dates.
  const disputed = (order.disputes ?? []).map(nextActionOfDispute).find((next) => next !== null);
  const open = order.cancellations
    .filter(({ status }) => status !== "REJECTED" && status !== "ESCALATED")
    .map(nextActionOfCancellation)
    .find((next) => next !== null);
  const money = order.refunds.map(nextActionOfRefund).find((next) => next !== null);
  const back = (order.returns ?? [])
    .filter(({ status }) => status !== "REFUND_PENDING" && status !== "ESCALATED")
    .map(nextActionOfReturn)
    .find((next) => next !== null);
  const collected = order.collecting ? nextActionOfPayment(order.collecting) : null;
  return open ?? back ?? disputed ?? money ?? collected ?? nextActionOfFulfilment(order);
}

interface Collecting {
  readonly money: OrderMoney;
  /** Until when it has to be paid, or paid again. */
  readonly paymentDueBy: Date | null;
  /** Until when the bank holds what was authorised. */
  readonly authorizedUntil: Date | null;
}

/** What an order waits for until its money is taken, or let go; null where it goes on by itself. */
export function nextActionOfPayment(collecting: Collecting): NextAction | null {
  const { money, paymentDueBy, authorizedUntil } = collecting;
  const lapses = authorizedUntil ? "AUTHORIZATION_LAPSES" : null;
  switch (money.kind) {
    case "DUE":
      return action("BUYER", "PAY", paymentDueBy, "ORDER_EXPIRES");
    case "CAPTURE_FAILED":
      return action("BUYER", "PAY_AGAIN", paymentDueBy, "ORDER_CANCELED_UNPAID");
    case "UNDER_WAY":
      return money.step === "CAPTURE"
        ? action("PROVIDER", "TAKE_PAYMENT", authorizedUntil, "BUYER_PAYS_AGAIN")
        : action("PROVIDER", "RELEASE_PAYMENT", authorizedUntil, lapses);
    case "TO_RELEASE":
      return action("PROVIDER", "RELEASE_PAYMENT", authorizedUntil, lapses);
    case "RELEASE_FAILED":
      return action("SUPPORT", "PUT_PAYMENT_RIGHT", authorizedUntil, lapses);
    case "AUTHORIZED":
    case "TAKEN":
    case "TAKEN_IN_VAIN":
    case "RELEASED":
      return null;
  }
}

function nextActionOfFulfilment(order: {
  status: OrderStatus;
  shipBy: Date | null;
  graceEndsAt: Date | null;
  atOnceWhenLate: boolean;
  estimatedDeliveryBy?: Date | null;
  deliveryDueBy?: Date | null;
}): NextAction | null {
  switch (order.status) {
    case "PENDING_PAYMENT":
      return action("BUYER", "PAY", null, "ORDER_EXPIRES");
    case "GRACE_PERIOD":
      return action("SYSTEM", "END_GRACE", order.graceEndsAt, "SELLER_CAN_PACK");
    case "AWAITING_SHIPMENT":
    case "PROCESSING":
    case "PARTIALLY_SHIPPED": {
      const late = order.atOnceWhenLate ? "BUYER_CANCELS_AT_ONCE" : "BUYER_ASKS_SUPPORT";
      return action("SELLER", "PACK_AND_SHIP", order.shipBy, order.shipBy ? late : null);
    }
    case "SHIPPED":
    case "PARTIALLY_DELIVERED":
      return action(
        "CARRIER",
        "DELIVER",
        order.estimatedDeliveryBy ?? null,
        order.estimatedDeliveryBy ? "BUYER_SAYS_NOT_ARRIVED" : null,
      );
    case "DELIVERY_FAILED":
      return action(
        "SELLER",
        "SETTLE_DELIVERY",
        order.deliveryDueBy ?? null,
        order.deliveryDueBy ? "COUNTS_AS_NOT_DELIVERED" : null,
      );
    case "DELIVERED":
    case "COMPLETED":
    case "EXPIRED":
    case "CANCELED":
      return null;
  }
}
