import type { ChargebackStatus } from "@makegood/domain/chargeback/chargeback-machine";
import type { Charge, Chargeback, Payout, Refund } from "@makegood/sandbox-provider/contract";
import type { ProviderPayout } from "./bank-transfers.js";
import type { ProviderCharge, ProviderChargeback, ProviderRefund } from "./refund-provider.js";

/** Sends a request to the sandbox provider. Throws OutcomeUnknown when it does not answer. */
export type Call = (
  method: "GET" | "POST",
  path: string,
  body?: unknown,
  headers?: Record<string, string>,
) => Promise<Response>;

export function toProviderCharge(charge: Charge): ProviderCharge {
  const { id: chargeId, status, capturedMinor, currency, authorizedUntil } = charge;
  return {
    provider: "sandbox",
    chargeId,
    intentId: null,
    status,
    capturedMinor,
    currency,
    authorizedUntil: authorizedUntil === null ? null : new Date(authorizedUntil),
  };
}

export function toPayout(payout: Payout): ProviderPayout {
  const { id, reference, amountMinor, currency, status, failureReason } = payout;
  const trace = payout.traceReference;
  return { providerPayoutId: id, reference, amountMinor, currency, status, failureReason, trace };
}

export function toChargeback(chargeback: Chargeback): ProviderChargeback {
  const { id, chargeId, amountMinor, currency, status, reason } = chargeback;
  return {
    provider: "sandbox",
    providerChargebackId: id,
    chargeId,
    intentId: null,
    amountMinor,
    currency,
    status: status.toUpperCase() as ChargebackStatus,
    reason,
    openedAt: new Date(chargeback.openedAt),
    evidenceDueBy: chargeback.evidenceDueBy === null ? null : new Date(chargeback.evidenceDueBy),
    buyerRepaid: chargeback.buyerRepaid,
  };
}

export function toRefund(refund: Refund): ProviderRefund {
  const { id, reference, chargeId, amountMinor, currency, status, pendingReason, failureReason } =
    refund;
  return {
    provider: "sandbox",
    providerRefundId: id,
    reference,
    chargeId,
    intentId: null,
    amountMinor,
    currency,
    status,
    pendingReason,
    failureReason,
    trace: refund.traceReference,
  };
}
