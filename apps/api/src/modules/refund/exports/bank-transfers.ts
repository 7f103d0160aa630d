import type { BankDetails } from "@makegood/domain/repayment/bank-details";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import type { TraceType } from "./refund-allocation.entity.js";

export interface PayoutOrder {
  destination: BankDetails;
  amountMinor: number;
  currency: string;
  /** Our payout's id. */
  reference: string;
  /** Sent again with every technical retry of it. */
  key: string;
}

/** What a bank says about one transfer of ours. */
export interface ProviderPayout {
  providerPayoutId: string;
  /** Our payout's id, which we gave it. */
  reference: string;
  amountMinor: number;
  currency: string;
  status: "pending" | "succeeded" | "failed" | "returned";
  failureReason: string | null;
  trace: { type: TraceType; value: string } | null;
}

/** A transfer in the bank's own books. */
export interface ReportedPayout extends ProviderPayout {
  /** By the bank's clock. */
  madeAt: Date;
}

export type PayoutAnswer =
  | { kind: "MADE"; payout: ProviderPayout }
  /** It surely made none, and says why. */
  | { kind: "REFUSED"; reason: string };

/** Whoever sends money to a bank account, apart from any charge. */
export interface BankTransfers {
  /** With whose books it stands in. */
  readonly name: ProviderName;
  /** Throws OutcomeUnknown when no certain answer came. */
  createPayout(order: PayoutOrder): Promise<PayoutAnswer>;
  /** Throws OutcomeUnknown when no certain answer came; null when it surely knows of none. */
  findPayout(reference: string): Promise<ProviderPayout | null>;
  /** What it made since then by its own clock, page by page. Throws OutcomeUnknown as above. */
  payouts(since: Date): AsyncIterable<ReportedPayout[]>;
}
