import type { PaymentState } from "./payment-machine.js";

export type PaymentStepKind = "CAPTURE" | "VOID";
export type PaymentStepStatus = "OPEN" | "SUCCEEDED" | "FAILED";

/** What is known of one payment of an order whose money was not taken at checkout. */
export interface CollectedPayment {
  readonly state: PaymentState;
  readonly capturedMinor: number;
  /** The newest call to the provider about it; null before any. */
  readonly lastStep: {
    readonly kind: PaymentStepKind;
    readonly status: PaymentStepStatus;
    readonly failureReason: string | null;
  } | null;
}

/** How an order stands with its money, from what is known of each of its payments. */
export type OrderMoney =
  | { readonly kind: "DUE" }
  | { readonly kind: "AUTHORIZED" }
  | { readonly kind: "UNDER_WAY"; readonly step: PaymentStepKind }
  | { readonly kind: "CAPTURE_FAILED"; readonly reason: string }
  | { readonly kind: "TO_RELEASE" }
  | { readonly kind: "RELEASE_FAILED"; readonly reason: string }
  | { readonly kind: "TAKEN"; readonly capturedMinor: number }
  | { readonly kind: "TAKEN_IN_VAIN"; readonly capturedMinor: number }
  | { readonly kind: "RELEASED" };

/**
 * Reads an order's money off its payments. While a call is under way nothing else is begun, so that
 * a payment can't be taken and given back at once; money of an order that is over goes back.
 */
export function orderMoney(order: {
  /** Whether the order has ended, so that nothing of it may be taken any more. */
  readonly isOver: boolean;
  /** What is to be taken: the order's total less what was canceled of it. */
  readonly dueMinor: number;
  readonly payments: readonly CollectedPayment[];
}): OrderMoney {
  const { isOver, dueMinor, payments } = order;
  const open = payments.find(({ lastStep }) => lastStep?.status === "OPEN")?.lastStep;
  if (open) return { kind: "UNDER_WAY", step: open.kind };
  const capturedMinor = payments.reduce((sum, payment) => sum + payment.capturedMinor, 0);
  const has = (state: PaymentState) => payments.some((payment) => payment.state === state);
  const failed = payments.find(
    ({ state, lastStep }) =>
      (state === "AUTHORIZED" || state === "PENDING") && lastStep?.status === "FAILED",
  )?.lastStep;
  if (isOver) {
    if (failed?.kind === "VOID") {
      return { kind: "RELEASE_FAILED", reason: failed.failureReason ?? "unknown" };
    }
    if (has("AUTHORIZED") || has("PENDING")) return { kind: "TO_RELEASE" };
    return capturedMinor > 0 ? { kind: "TAKEN_IN_VAIN", capturedMinor } : { kind: "RELEASED" };
  }
  if (failed) return { kind: "CAPTURE_FAILED", reason: failed.failureReason ?? "unknown" };
  if (has("PENDING")) return { kind: "DUE" };
  if (has("AUTHORIZED")) return { kind: "AUTHORIZED" };
  return capturedMinor >= dueMinor
    ? { kind: "TAKEN", capturedMinor }
    : { kind: "CAPTURE_FAILED", reason: "authorization_expired" };
}
