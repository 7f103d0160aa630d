import type { EventKind } from "../timeline/timeline-words.js";

/** APP: a line in the app. EMAIL: that, and an e-mail to whoever wants them. */
export type Channel = "APP" | "EMAIL";

interface Audience {
  readonly buyer?: Channel;
  readonly seller?: Channel;
  /** The leads of support. */
  readonly leads?: Channel;
}

/**
 * Who is told of what. Whoever did it is not told; and since every sentence is the timeline's own,
 * nothing says that money was refunded before the network took it.
 */
const audiences: Partial<Record<EventKind, Audience>> = {
  "order.shipped": { buyer: "APP" },
  "order.delivered": { buyer: "APP" },
  "order.notArrived": { seller: "EMAIL" },
  "order.lost": { buyer: "EMAIL", seller: "EMAIL" },
  "order.paid": { seller: "APP" },
  "order.expired": { buyer: "EMAIL", seller: "APP" },
  "payment.captureFailed": { buyer: "EMAIL", seller: "EMAIL" },
  "payment.voided": { buyer: "EMAIL" },
  "payment.cameLate": { buyer: "EMAIL", seller: "APP" },
  "cancellation.requested": { seller: "EMAIL" },
  "cancellation.approved": { buyer: "EMAIL" },
  "cancellation.approvedAtOnce": { seller: "APP" },
  "cancellation.approvedBySilence": { buyer: "EMAIL", seller: "EMAIL" },
  "cancellation.rejected": { buyer: "EMAIL" },
  "cancellation.withdrawn": { seller: "APP" },
  "cancellation.superseded": { buyer: "EMAIL", seller: "APP" },
  "cancellation.closed": { buyer: "APP" },
  "cancellation.bySeller": { buyer: "EMAIL" },
  "cancellation.declaredWithdrawal": { buyer: "EMAIL", seller: "EMAIL" },
  "refund.created": { buyer: "EMAIL" },
  "refund.approvalAsked": { buyer: "APP", seller: "APP", leads: "APP" },
  "refund.approvalReminder": { seller: "EMAIL", leads: "EMAIL" },
  "refund.approved": { buyer: "EMAIL" },
  "refund.declined": { buyer: "EMAIL", seller: "APP" },
  "refund.approvalExpired": { buyer: "EMAIL", seller: "APP" },
  "refund.canceled": { buyer: "EMAIL", seller: "APP" },
  "refund.callingOff": { buyer: "EMAIL" },
  "refund.calledOff": { buyer: "EMAIL", seller: "APP" },
  "refund.stopped": { buyer: "APP" },
  "refund.succeeded": { buyer: "EMAIL", seller: "APP" },
  "refund.failed": { buyer: "EMAIL" },
  "refund.reversed": { buyer: "EMAIL" },
  "refund.actionNeeded": { buyer: "EMAIL" },
  "refund.actionReminder": { buyer: "EMAIL" },
  "refund.credited": { buyer: "EMAIL", seller: "APP" },
  "refund.transferred": { buyer: "EMAIL", seller: "APP" },
  "refund.transferFailed": { buyer: "EMAIL" },
  "refund.paidTwice": { leads: "EMAIL" },
  "refund.transferredTwice": { leads: "EMAIL" },
  "refund.heldByChargeback": { buyer: "EMAIL" },
  "refund.closedAsPaidByBank": { buyer: "EMAIL" },
  "chargeback.opened": { seller: "EMAIL" },
  "chargeback.won": { buyer: "APP", seller: "EMAIL" },
  "chargeback.lost": { seller: "EMAIL" },
  "chargeback.repaid": { seller: "EMAIL" },
  // Whoever got less back because the bank had paid them is owed it again, by a lead's word.
  "chargeback.reversed": { buyer: "EMAIL", seller: "EMAIL", leads: "EMAIL" },
  "feedback.given": { seller: "APP" },
  "feedback.answered": { buyer: "EMAIL" },
  "return.requested": { seller: "EMAIL" },
  "return.approved": { buyer: "EMAIL" },
  "return.approvedBySilence": { buyer: "EMAIL", seller: "EMAIL" },
  "return.rejected": { buyer: "EMAIL" },
  "return.canceled": { seller: "APP" },
  "return.infoAsked": { buyer: "EMAIL" },
  "return.infoGiven": { seller: "EMAIL" },
  "return.offered": { buyer: "EMAIL" },
  "return.offerAccepted": { seller: "EMAIL" },
  "return.offerDeclined": { seller: "EMAIL" },
  "return.offerLapsed": { buyer: "APP", seller: "EMAIL" },
  "return.labelIssued": { buyer: "EMAIL" },
  "return.sent": { seller: "APP" },
  "return.received": { buyer: "APP", seller: "EMAIL" },
  "return.accepted": { buyer: "APP" },
  "return.acceptedBySilence": { buyer: "APP", seller: "EMAIL" },
  "return.partlyAccepted": { buyer: "EMAIL" },
  "return.receiptRejected": { buyer: "EMAIL" },
  "return.lost": { buyer: "EMAIL", seller: "EMAIL" },
  "return.expired": { buyer: "EMAIL", seller: "APP" },
  "return.completed": { seller: "APP" },
  "return.replaced": { buyer: "EMAIL", seller: "EMAIL" },
  "return.refundInstead": { buyer: "EMAIL", seller: "APP" },
  "return.closed": { buyer: "APP", seller: "APP" },
  "return.reminder": { buyer: "EMAIL", seller: "EMAIL" },
  "cancellation.reminder": { seller: "EMAIL" },
  "dispute.opened": { seller: "EMAIL" },
  "dispute.answered": { buyer: "APP" },
  "dispute.decidedForBuyer": { buyer: "EMAIL", seller: "EMAIL" },
  "dispute.decidedForSeller": { buyer: "EMAIL", seller: "EMAIL" },
  "dispute.split": { buyer: "EMAIL", seller: "EMAIL" },
  "dispute.final": { buyer: "APP", seller: "APP" },
  "refund.late": { buyer: "EMAIL", seller: "APP", leads: "EMAIL" },
  "case.late": { buyer: "EMAIL", leads: "EMAIL" },
  "case.message": { buyer: "EMAIL" },
  "case.resolved": { buyer: "APP" },
};

const nobody: Audience = {};

export const audienceOf = (kind: EventKind): Audience => audiences[kind] ?? nobody;

export const isNotified = (kind: EventKind): boolean => kind in audiences;
