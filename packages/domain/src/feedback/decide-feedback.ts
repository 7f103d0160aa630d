import type { CancellationStatus } from "../cancellation/cancellation-machine.js";
import type { RefundStatus } from "../refund/refund-machine.js";
import type { Refusal } from "../refusal/refusal.js";

export const feedbackTags = ["FAST", "CLEAR", "FRIENDLY", "FAIR", "SLOW", "CONFUSING"] as const;
export type FeedbackTag = (typeof feedbackTags)[number];

/**
 * Feedback is asked for once it is over: the money was sent back, or a cancellation ended with
 * nothing to send. Once per order; null where it can be given.
 */
export function decideFeedback(order: {
  refunds: readonly { status: RefundStatus }[];
  cancellations: readonly { status: CancellationStatus }[];
  givenId: string | null;
}): Refusal | null {
  if (order.givenId !== null) return { kind: "FeedbackAlreadyGiven", feedbackId: order.givenId };
  const sent = order.refunds.some(({ status }) => status === "SUCCEEDED");
  const over = order.cancellations.some(({ status }) => status === "COMPLETED");
  return sent || over ? null : { kind: "FeedbackNotYet" };
}
