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
  | "GIVE_REFUND_UP"
  | "PUT_REFUND_RIGHT"
  | "CLEAR_UP_REFUND"
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
  | "GOES_TO_A_LEAD"
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
  | "LEAD_TAKES_OVER"
  | "SUPPORT_LOOKS_AGAIN";

/** Who must act, by when, and what happens if nobody does. */
export interface NextAction {
  readonly owner: ActionOwner;
  readonly kind: NextActionKind;
  readonly deadline: Date | null;
  /** Null where nothing happens by itself. */
  readonly onTimeout: TimeoutKind | null;
}

/** Who, what, by when and what if not, in a line. */
export const action = (
  owner: ActionOwner,
  kind: NextActionKind,
  deadline: Date | null = null,
  onTimeout: TimeoutKind | null = null,
): NextAction => ({ owner, kind, deadline, onTimeout });
