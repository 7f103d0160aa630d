import type { EventKind } from "../timeline/timeline-words.js";

/** APP: a line in the app. EMAIL: that, and an e-mail to whoever wants them. */
export type Channel = "APP" | "EMAIL";

/** Which sides are told, and how. */
export interface Audience {
  readonly buyer?: Channel;
  readonly seller?: Channel;
  /** The leads of support. */
  readonly leads?: Channel;
  /** The agents who have the order's open cases; the leads where nobody has one. */
  readonly owner?: Channel;
  /** Whom a case was given to, and from whom it was taken. */
  readonly assignees?: Channel;
  /** The agent who asked for the refund. */
  readonly requester?: Channel;
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
  "cancellation.closed": { buyer: "EMAIL" },
  "cancellation.bySeller": { buyer: "EMAIL" },
  "cancellation.declaredWithdrawal": { buyer: "EMAIL", seller: "EMAIL" },
  "refund.created": { buyer: "EMAIL" },
  "refund.approvalAsked": { buyer: "APP", seller: "APP", leads: "APP" },
  "refund.approvalReminder": { seller: "EMAIL", leads: "EMAIL" },
  "refund.approved": { buyer: "EMAIL", requester: "APP" },
  "refund.declined": { buyer: "EMAIL", seller: "APP", requester: "EMAIL" },
  "refund.approvalExpired": { buyer: "EMAIL", seller: "APP", requester: "EMAIL", leads: "APP" },
  "refund.canceled": { buyer: "EMAIL", seller: "APP" },
  "refund.callingOff": { buyer: "EMAIL" },
  "refund.calledOff": { buyer: "EMAIL", seller: "APP" },
  "refund.stopped": { buyer: "APP" },
  "refund.succeeded": { buyer: "EMAIL", seller: "APP" },
  "refund.failed": { buyer: "EMAIL", owner: "APP" },
  "refund.reversed": { buyer: "EMAIL", owner: "APP" },
  "refund.actionNeeded": { buyer: "EMAIL" },
  "refund.actionReminder": { buyer: "EMAIL" },
  "refund.credited": { buyer: "EMAIL", seller: "APP" },
  "refund.transferred": { buyer: "EMAIL", seller: "APP" },
  "refund.transferFailed": { buyer: "EMAIL", owner: "APP" },
  "refund.paidTwice": { leads: "EMAIL" },
  "refund.transferredTwice": { leads: "EMAIL" },
  "refund.heldByChargeback": { buyer: "EMAIL" },
  "refund.closedAsPaidByBank": { buyer: "EMAIL" },
  "chargeback.opened": { seller: "EMAIL", owner: "EMAIL", leads: "EMAIL" },
  "chargeback.won": { buyer: "APP", seller: "EMAIL", owner: "APP" },
  "chargeback.lost": { seller: "EMAIL", owner: "APP", leads: "APP" },
  "chargeback.repaid": { seller: "EMAIL", owner: "APP" },
  // Whoever got less back because the bank had paid them is owed it again, by a lead's word.
  "chargeback.reversed": { buyer: "EMAIL", seller: "EMAIL", leads: "EMAIL", owner: "APP" },
  "feedback.given": { seller: "APP" },
  "feedback.answered": { buyer: "EMAIL" },
  "return.requested": { seller: "EMAIL" },
  "return.approved": { buyer: "EMAIL" },
  "return.approvedBySilence": { buyer: "EMAIL", seller: "EMAIL" },
  "return.rejected": { buyer: "EMAIL" },
  "return.canceled": { buyer: "EMAIL", seller: "APP" },
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
  "return.closed": { buyer: "EMAIL", seller: "APP" },
  "return.reminder": { buyer: "EMAIL", seller: "EMAIL" },
  "cancellation.reminder": { seller: "EMAIL" },
  "dispute.opened": { seller: "EMAIL" },
  "dispute.answered": { buyer: "APP", owner: "EMAIL" },
  "dispute.decidedForBuyer": { buyer: "EMAIL", seller: "EMAIL", owner: "APP" },
  "dispute.decidedForSeller": { buyer: "EMAIL", seller: "EMAIL" },
  "dispute.split": { buyer: "EMAIL", seller: "EMAIL" },
  "dispute.final": { buyer: "APP", seller: "APP" },
  "refund.late": { buyer: "EMAIL", seller: "APP", leads: "EMAIL" },
  "case.late": { buyer: "EMAIL", leads: "EMAIL" },
  "case.message": { buyer: "EMAIL", owner: "EMAIL" },
  "case.resolved": { buyer: "APP", owner: "APP" },
  "case.reopened": { buyer: "APP", owner: "EMAIL" },
  "case.unanswered": { owner: "APP" },
  "case.assigned": { assignees: "EMAIL" },
  "case.released": { assignees: "APP" },
  "order.sellerAwaited": { seller: "EMAIL" },
  "dispute.appealed": { buyer: "EMAIL", seller: "EMAIL", leads: "EMAIL", owner: "APP" },
  "chargeback.evidenceReminder": { owner: "EMAIL", leads: "EMAIL" },
  "chargeback.warned": { owner: "EMAIL", leads: "EMAIL" },
};

const nobody: Audience = {};

export const audienceOf = (kind: EventKind): Audience => audiences[kind] ?? nobody;

export const isNotified = (kind: EventKind): boolean => kind in audiences;
