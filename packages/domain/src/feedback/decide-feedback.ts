import {
  type CancellationStatus,
  cancellationMachine,
} from "../cancellation/cancellation-machine.js";
import type { RefundStatus } from "../refund/refund-machine.js";
import type { Refusal } from "../refusal/refusal.js";
import { type ReturnStatus, returnMachine } from "../return/return-machine.js";

export const feedbackTags = ["FAST", "CLEAR", "FRIENDLY", "FAIR", "SLOW", "CONFUSING"] as const;
export type FeedbackTag = (typeof feedbackTags)[number];

/** Refunds that are over: the money went, or none will. */
const ended: readonly RefundStatus[] = ["SUCCEEDED", "CANCELED"];

/**
 * Feedback is asked for once it is over: the money was sent back, or a cancellation ended with
 * nothing to send; and nothing is left open whose money is still missing. Once per order; null where
 * it can be given.
 */
export function decideFeedback(order: {
  refunds: readonly { status: RefundStatus }[];
  cancellations: readonly { status: CancellationStatus }[];
  returns: readonly { status: ReturnStatus }[];
  givenId: string | null;
}): Refusal | null {
  if (order.givenId !== null) return { kind: "FeedbackAlreadyGiven", feedbackId: order.givenId };
  const waits =
    order.refunds.some(({ status }) => !ended.includes(status)) ||
    order.cancellations.some(({ status }) => !cancellationMachine.final.includes(status)) ||
    order.returns.some(({ status }) => !returnMachine.final.includes(status));
  if (waits) return { kind: "FeedbackNotYet" };
  const sent = order.refunds.some(({ status }) => status === "SUCCEEDED");
  const over = order.cancellations.some(({ status }) => status === "COMPLETED");
  return sent || over ? null : { kind: "FeedbackNotYet" };
}
