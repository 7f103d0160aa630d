import Stripe from "stripe";
import { OutcomeUnknown } from "../exports/refund-provider.js";

/** What an error says about the refund that was asked for. */
export type Verdict =
  /** Surely none was made. */
  | { kind: "REFUSED"; reason: string }
  /** A fault of Stripe's that it answers again for this key, whatever happened behind it. */
  | { kind: "SAVED_FAULT" }
  /** It cannot be told, or would be answered otherwise another time. */
  | { kind: "UNKNOWN"; why: OutcomeUnknown };

/** Reasons of ours, for answers of Stripe's that carry no code. */
const amountRefused = "amount_exceeds_refundable";

/** Judges an error of the SDK; what is none of Stripe's is thrown on. */
export function judge(error: unknown): Verdict {
  const { errors } = Stripe;
  if (!(error instanceof errors.StripeError)) throw error;
  if (error instanceof errors.StripeCardError) {
    return { kind: "REFUSED", reason: error.decline_code ?? error.code ?? "refund_declined" };
  }
  if (error instanceof errors.StripeInvalidRequestError && error.code !== "lock_timeout") {
    const unnamed = error.param === "amount" ? amountRefused : "refused_by_provider";
    return { kind: "REFUSED", reason: error.code ?? unnamed };
  }
  const fault = error instanceof errors.StripeAPIError && (error.statusCode ?? 0) >= 500;
  if (fault && error.headers?.["idempotent-replayed"] === "true") return { kind: "SAVED_FAULT" };
  return { kind: "UNKNOWN", why: unknown(error) };
}

/** Stripe's answers to taking what the bank no longer holds, which the intent may not show yet. */
const lapsed = ["charge_expired_for_capture", "capture_charge_authorization_expired"];

/**
 * Why a capture or its cancellation was surely refused. What a bank says of a card is not passed on:
 * of lost, stolen and suspicious ones docs.stripe.com/declines/codes asks to say no more than declined.
 */
export function judgeCapture(error: unknown): string {
  const { errors } = Stripe;
  if (error instanceof errors.StripeCardError) return "capture_declined";
  if (!(error instanceof errors.StripeInvalidRequestError)) return "refused_by_provider";
  if (lapsed.includes(error.code ?? "")) return "authorization_expired";
  return error.code ?? "refused_by_provider";
}

/** For questions, where every error means that the answer is not known. */
export function unknown(error: unknown): OutcomeUnknown {
  if (!(error instanceof Stripe.errors.StripeError)) throw error;
  // Its message may quote the key's last letters; what it was and its id are enough to ask Stripe.
  const { type, statusCode, code, requestId } = error;
  const said = [type, statusCode, code, requestId].filter((part) => part !== undefined).join(" ");
  return new OutcomeUnknown(`Stripe gave no certain answer: ${said}`);
}

export const isMissing = (error: unknown): boolean =>
  error instanceof Stripe.errors.StripeInvalidRequestError && error.code === "resource_missing";
