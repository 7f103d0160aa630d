import type {
  ProviderCharge,
  ProviderChargeback,
  ProviderRefund,
  RefundProvider,
} from "./refund-provider.js";

/** A refund in a provider's own books, by which ours are compared. */
export interface ReportedRefund extends ProviderRefund {
  /** By the provider's clock, as all dates here. */
  madeAt: Date;
}

/** A charge in a provider's own books. */
export interface ReportedCharge extends ProviderCharge {
  /** Our payment's id, where the charge carries it. */
  reference: string | null;
  /** What of it was given back there, in minor units. */
  givenBackMinor: number;
  /** What the bank holds of it, until it is taken or let go; 0 otherwise. Minor units. */
  heldMinor: number;
  madeAt: Date;
  /** When it became what it is; where the provider doesn't say, when it was made. */
  changedAt: Date;
}

/**
 * What a provider has in its books since a moment of its own clock, page by page and in any order.
 * Each throws OutcomeUnknown when no certain answer came.
 */
export interface ProviderBooks {
  refunds(since: Date): AsyncIterable<ReportedRefund[]>;
  charges(since: Date): AsyncIterable<ReportedCharge[]>;
  chargebacks(since: Date): AsyncIterable<ProviderChargeback[]>;
  /** One charge as it is now; null when it surely knows of none. */
  charge(chargeId: string): Promise<ReportedCharge | null>;
}

/** A payment provider whose books can be compared with ours. */
export interface PaymentProvider extends RefundProvider {
  readonly books: ProviderBooks;
}
