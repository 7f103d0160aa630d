import type { ChargebackStatus } from "@makegood/domain/chargeback/chargeback-machine";
import type { BankDetails } from "@makegood/domain/repayment/bank-details";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import type { ProviderPayout } from "./bank-transfers.js";
import type { TraceType } from "./refund-allocation.entity.js";

/** What a provider says about one refund of its own. */
export interface ProviderRefund {
  provider: ProviderName;
  providerRefundId: string;
  /** Our attempt's id, which we gave it; null for a refund that was made at the provider by hand. */
  reference: string | null;
  chargeId: string;
  /** The charge's other name, where a provider has two: Stripe's payment intent. */
  intentId: string | null;
  amountMinor: number;
  currency: string;
  status: "pending" | "requires_action" | "succeeded" | "failed" | "canceled" | "reversed";
  pendingReason: string | null;
  failureReason: string | null;
  trace: { type: TraceType; value: string } | null;
}

export interface RefundOrder {
  chargeId: string;
  amountMinor: number;
  currency: string;
  /** Our attempt's id. */
  reference: string;
  /** When the attempt was opened: keys are forgotten some day. */
  openedAt: Date;
  /** The attempt's key: sent again with every technical retry of it. */
  key: string;
}

export type ProviderAnswer =
  | { kind: "MADE"; refund: ProviderRefund }
  /** It surely made none, and says why. */
  | { kind: "REFUSED"; reason: string };

export interface GivenDetails {
  providerRefundId: string;
  details: BankDetails;
  /** Sent again with every technical retry. */
  key: string;
}

/** How a refund is found again: by its own id where we were told it, else by ours. */
export interface SoughtRefund {
  /** Our attempt's id. */
  reference: string;
  chargeId: string;
  providerRefundId: string | null;
}

/** What a provider says about a charge that the cardholder disputes at their bank. */
export interface ProviderChargeback {
  provider: ProviderName;
  providerChargebackId: string;
  chargeId: string;
  intentId: string | null;
  amountMinor: number;
  currency: string;
  status: ChargebackStatus;
  reason: string;
  openedAt: Date;
  /** Until when evidence is heard; null once it is too late, or where none is asked for. */
  evidenceDueBy: Date | null;
  /** Whether the provider paid the buyer to prevent it: told of one that is PREVENTED alone. */
  buyerRepaid: boolean;
}

/** What a provider says about a payment itself. */
export interface ProviderCharge {
  provider: ProviderName;
  chargeId: string;
  /** The charge's other name, as with refunds. */
  intentId: string | null;
  /** Pending is also what a payment falls back to that the bank declined after all. */
  status: "pending" | "authorized" | "captured" | "voided";
  /** 0 until it is captured. */
  capturedMinor: number;
  currency: string;
  authorizedUntil: Date | null;
}

export type ChargeAnswer =
  | { kind: "DONE"; charge: ProviderCharge }
  /** It surely did not do it, and says why. */
  | { kind: "REFUSED"; reason: string };

/** One step about a charge. */
export interface ChargeStep {
  chargeId: string;
  /** The step's key: sent again with every technical retry of it. */
  key: string;
  /** When the step was opened. */
  openedAt: Date;
}

/** Taking what was only authorised, or letting it go. Each throws OutcomeUnknown like the rest. */
export interface PaymentCollector {
  capture(step: ChargeStep & { amountMinor: number; currency: string }): Promise<ChargeAnswer>;
  release(step: ChargeStep): Promise<ChargeAnswer>;
  find(chargeId: string): Promise<ProviderCharge | null>;
}

/** What a webhook can tell us. Hints and news alike come in any order, any number of times. */
export type ProviderEvent =
  | { kind: "REFUND"; refund: ProviderRefund }
  | { kind: "PAYMENT"; charge: ProviderCharge }
  | { kind: "PAYOUT"; payout: ProviderPayout }
  | { kind: "CHARGEBACK"; chargeback: ProviderChargeback }
  /** Something about a charge's refunds changed, without saying what: ask. */
  | { kind: "CHARGE_CHANGED"; provider: ProviderName; chargeId: string; intentId: string | null };

/** Whether it happened cannot be told: ask again, with the same key. */
export class OutcomeUnknown extends Error {}

/** A payment provider, as far as refunds need one. Knows nothing of our tables. */
export interface RefundProvider {
  readonly name: ProviderName;
  /** Absent where all payments are captured before we hear of them. */
  readonly collector?: PaymentCollector;
  /** Throws OutcomeUnknown when no certain answer came. */
  createRefund(order: RefundOrder): Promise<ProviderAnswer>;
  /** Throws OutcomeUnknown when no certain answer came; null when it surely knows of none. */
  findRefund(sought: SoughtRefund): Promise<ProviderRefund | null>;
  /**
   * Gives a refund that waits for it the buyer's bank account. REFUSED where it does not wait, or where
   * this provider asks its buyers itself. Throws OutcomeUnknown as above.
   */
  giveBankDetails(given: GivenDetails): Promise<ProviderAnswer>;
  /** Gives up a refund that waits for the buyer; asked again, it says that it is so. */
  cancelRefund(providerRefundId: string): Promise<ProviderAnswer>;
  /** All chargebacks of a charge. Throws OutcomeUnknown when no certain answer came. */
  findChargebacks(chargeId: string): Promise<ProviderChargeback[]>;
  /** What a webhook tells, from its raw body; null when its signature is not the provider's. */
  readWebhook(body: Buffer, headers: Record<string, string>): ProviderEvent[] | null;
}

export interface NewCharge {
  reference: string;
  amountMinor: number;
  currency: string;
  testMethod: string | null;
  /** Captured at once, only authorised, or still to be paid. */
  capture?: "now" | "later" | "unpaid";
}

/** A provider that can be told of charges made elsewhere, as imports and demos need. */
export interface ChargeRegistry {
  readonly name: ProviderName;
  /** Charge ids by reference. */
  registerCharges(charges: NewCharge[]): Promise<ReadonlyMap<string, string>>;
}
