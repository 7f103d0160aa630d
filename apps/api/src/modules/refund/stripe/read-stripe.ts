import type { ChargebackStatus } from "@makegood/domain/chargeback/chargeback-machine";
import type Stripe from "stripe";
import type { ReportedCharge } from "../exports/provider-books.js";
import type { ProviderChargeback, ProviderRefund } from "../exports/refund-provider.js";
import { fromStripeAmount } from "./stripe-amounts.js";

/** Where a refund carries our attempt's id. */
export const referenceKey = "makegood_attempt";

/** Where a charge carries our payment's id, if whoever made it knew that. */
const paymentKey = "makegood_payment";

/** The id of what may have come as a whole. */
export const idOf = (object: string | { id: string } | null): string | null =>
  typeof object === "object" ? (object?.id ?? null) : object;

const statuses: Readonly<Record<string, ProviderRefund["status"]>> = {
  requires_action: "requires_action",
  succeeded: "succeeded",
  failed: "failed",
  canceled: "canceled",
};

/** A refund as Stripe tells it. A status that we don't know yet is one that is not final. */
export function readRefund(refund: Stripe.Refund): ProviderRefund {
  const currency = refund.currency.toUpperCase();
  return {
    provider: "stripe",
    providerRefundId: refund.id,
    reference: refund.metadata?.[referenceKey] ?? null,
    chargeId: idOf(refund.charge) ?? "",
    intentId: idOf(refund.payment_intent),
    amountMinor: fromStripeAmount(refund.amount, currency),
    currency,
    status: statuses[refund.status ?? ""] ?? "pending",
    pendingReason: refund.pending_reason ?? null,
    failureReason: refund.failure_reason ?? null,
    trace: traceOf(refund.destination_details),
  };
}

/**
 * Whether it is a hold that was let go, in part or whole, which Stripe keeps as a refund, too: it moved
 * nothing on the balance.
 */
export const isRelease = (refund: Stripe.Refund): boolean =>
  refund.status === "succeeded" &&
  refund.balance_transaction === null &&
  refund.metadata?.[referenceKey] === undefined;

/** A charge as Stripe tells it. One that failed took nothing, like one that was let go. */
export function readCharge(charge: Stripe.Charge): ReportedCharge {
  const currency = charge.currency.toUpperCase();
  const madeAt = new Date(charge.created * 1000);
  const {
    amount,
    amount_captured: captured,
    amount_refunded: refunded,
    balance_transaction: moved,
  } = charge;
  const status = chargeStatus(charge);
  // What was held and not captured counts as refunded, too.
  const givenBack = charge.captured ? Math.max(0, refunded - (amount - captured)) : 0;
  return {
    provider: "stripe",
    chargeId: charge.id,
    intentId: idOf(charge.payment_intent),
    reference: charge.metadata[paymentKey] ?? null,
    status,
    capturedMinor: fromStripeAmount(captured, currency),
    givenBackMinor: fromStripeAmount(givenBack, currency),
    heldMinor: status === "authorized" ? fromStripeAmount(amount, currency) : 0,
    currency,
    authorizedUntil: null,
    madeAt,
    changedAt: moved && typeof moved === "object" ? new Date(moved.created * 1000) : madeAt,
  };
}

function chargeStatus({ status, captured, refunded }: Stripe.Charge): ReportedCharge["status"] {
  if (status === "pending") return "pending";
  if (status === "failed") return "voided";
  if (captured) return "captured";
  return refunded ? "voided" : "authorized";
}

const traceTypes: Readonly<Record<string, NonNullable<ProviderRefund["trace"]>["type"]>> = {
  acquirer_reference_number: "ARN",
  system_trace_audit_number: "STAN",
  retrieval_reference_number: "RRN",
};

/** What the bank can be asked with: of a card its network's number, else what the bank calls it. */
function traceOf(details: Stripe.Refund["destination_details"]): ProviderRefund["trace"] {
  if (!details) return null;
  const of = details[details.type as keyof typeof details];
  if (typeof of !== "object" || !("reference" in of) || !of.reference) return null;
  const named = "reference_type" in of ? of.reference_type : undefined;
  return { type: traceTypes[named ?? ""] ?? "BANK", value: of.reference };
}

const chargebackStatuses: Readonly<Record<string, ChargebackStatus>> = {
  warning_needs_response: "WARNING_NEEDS_RESPONSE",
  warning_under_review: "WARNING_UNDER_REVIEW",
  warning_closed: "WARNING_CLOSED",
  needs_response: "NEEDS_RESPONSE",
  under_review: "UNDER_REVIEW",
  won: "WON",
  lost: "LOST",
  prevented: "PREVENTED",
  // While an appeal runs, the bank has the money: as lost, until it is won after all.
  appeal_needs_response: "LOST",
  appeal_under_review: "LOST",
};

/** What Stripe took from our balance for a dispute and has not put back, in its own currency's minor units. */
const withdrawnMinor = ({ balance_transactions: moved }: Stripe.Dispute): number =>
  0 - (moved ?? []).reduce((sum, { amount }) => sum + amount, 0);

/** A dispute as Stripe tells it. A status that we don't know yet holds refunds back, as a new one does. */
export function readChargeback(dispute: Stripe.Dispute): ProviderChargeback {
  const currency = dispute.currency.toUpperCase();
  const due = dispute.evidence_details?.due_by ?? null;
  return {
    provider: "stripe",
    providerChargebackId: dispute.id,
    chargeId: idOf(dispute.charge) ?? "",
    intentId: idOf(dispute.payment_intent),
    amountMinor: fromStripeAmount(dispute.amount, currency),
    currency,
    status: chargebackStatuses[dispute.status] ?? "NEEDS_RESPONSE",
    reason: dispute.reason,
    openedAt: new Date(dispute.created * 1000),
    evidenceDueBy: due === null ? null : new Date(due * 1000),
    // Prevented by paying the buyer: what that took is withdrawn from the balance, as of a lost one.
    buyerRepaid: dispute.status === "prevented" && withdrawnMinor(dispute) > 0,
  };
}
