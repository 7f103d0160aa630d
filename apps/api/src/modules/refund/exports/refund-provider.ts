/** What a provider says about one refund of its own. */
export interface ProviderRefund {
  providerRefundId: string;
  /** Our attempt's id, which we gave it. */
  reference: string;
  amountMinor: number;
  currency: string;
  status: "pending" | "succeeded" | "failed" | "reversed";
  pendingReason: string | null;
  failureReason: string | null;
  trace: { type: "ARN" | "STAN" | "RRN"; value: string } | null;
}

export interface RefundOrder {
  chargeId: string;
  amountMinor: number;
  currency: string;
  /** Our attempt's id. */
  reference: string;
  /** The attempt's key: sent again with every technical retry of it. */
  key: string;
}

export type ProviderAnswer =
  | { kind: "MADE"; refund: ProviderRefund }
  /** It surely made none, and says why. */
  | { kind: "REFUSED"; reason: string };

export interface NewCharge {
  reference: string;
  amountMinor: number;
  currency: string;
  testMethod: string | null;
}

/** Whether it happened cannot be told: ask again, with the same key. */
export class OutcomeUnknown extends Error {}

/** A payment provider, as far as refunds need one. */
export interface RefundProvider {
  /** Throws OutcomeUnknown when no certain answer came. */
  createRefund(order: RefundOrder): Promise<ProviderAnswer>;
  findRefund(reference: string): Promise<ProviderRefund | null>;
  /** Tells the provider of charges made elsewhere (imports, demo). Charge ids by reference. */
  registerCharges(charges: NewCharge[]): Promise<ReadonlyMap<string, string>>;
  /** A webhook's refund, its signature checked; null when it is not the provider's. */
  readWebhook(body: string, headers: Record<string, string>): ProviderRefund | null;
}
