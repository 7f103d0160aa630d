import { newTrace } from "./behaviour.js";
import type { Payout, Refund } from "./contract.js";

type Change<S> = { status: S; reason?: string };

/** A refund once it became something else. */
export function changedRefund(
  refund: Refund,
  { status, reason }: Change<Refund["status"]>,
): Refund {
  const waits = status === "pending" || status === "requires_action";
  const worked = status === "succeeded";
  return {
    ...refund,
    status,
    pendingReason: waits ? (reason ?? null) : null,
    failureReason: waits || worked ? null : (reason ?? null),
    traceReference: worked ? newTrace() : refund.traceReference,
    updatedAt: new Date().toISOString(),
  };
}

export function changedPayout(
  payout: Payout,
  { status, reason }: Change<Payout["status"]>,
): Payout {
  return {
    ...payout,
    status,
    failureReason: reason ?? null,
    traceReference: status === "succeeded" ? newTrace() : payout.traceReference,
    updatedAt: new Date().toISOString(),
  };
}
