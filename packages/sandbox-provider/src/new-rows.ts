import { randomUUID } from "node:crypto";
import type {
  Charge,
  Chargeback,
  NewChargeback,
  NewPayout,
  NewRefund,
  Payout,
  Refund,
} from "./contract.js";
import { lastFourOf } from "./destinations.js";
import { Refusal } from "./refusal.js";

const dayMs = 86_400_000;
/** Refunds in these states have, or may yet have, taken their part of the charge. */
const taking: ReadonlySet<Refund["status"]> = new Set(["pending", "requires_action", "succeeded"]);

/** What can still be given back of a charge, in minor units. */
export function leftOf({ capturedMinor }: Charge, refunds: readonly Refund[]): number {
  const taken = refunds
    .filter(({ status }) => taking.has(status))
    .reduce((sum, refund) => sum + refund.amountMinor, 0);
  return capturedMinor - taken;
}

/** A refund as it begins; refused where its charge can't bear it. */
export function newRefundOf(given: NewRefund, charge: Charge, earlier: readonly Refund[]): Refund {
  if (charge.currency !== given.currency) {
    throw new Refusal(400, "currency_mismatch", `The charge is in ${charge.currency}.`);
  }
  const left = leftOf(charge, earlier);
  if (given.amountMinor > left) {
    throw new Refusal(400, "amount_exceeds_refundable", `${left} is left.`);
  }
  if (charge.testMethod === "declined") {
    throw new Refusal(402, "refund_declined", "The refund was declined.");
  }
  const now = new Date().toISOString();
  return {
    ...given,
    id: `re_${randomUUID()}`,
    status: "pending",
    pendingReason: null,
    failureReason: null,
    traceReference: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** A payout as it begins; of the account, only its end is kept. */
export function newPayoutOf({ reference, amountMinor, currency, destination }: NewPayout): Payout {
  const now = new Date().toISOString();
  return {
    id: `po_${randomUUID()}`,
    reference,
    amountMinor,
    currency,
    destinationKind: destination.kind,
    destinationLast4: lastFourOf(destination),
    status: "pending",
    failureReason: null,
    traceReference: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** A chargeback as a test opens it. */
export function newChargebackOf(given: NewChargeback, charge: Charge, nowMs: number): Chargeback {
  const dueMs = nowMs + given.evidenceDays * dayMs;
  return {
    id: `cb_${randomUUID()}`,
    chargeId: charge.id,
    amountMinor: given.amountMinor ?? charge.amountMinor,
    currency: charge.currency,
    reason: given.reason,
    status: given.status,
    buyerRepaid: given.status === "prevented" && (given.buyerRepaid ?? false),
    openedAt: new Date(nowMs).toISOString(),
    evidenceDueBy: given.status === "prevented" ? null : new Date(dueMs).toISOString(),
    updatedAt: new Date(nowMs).toISOString(),
  };
}
