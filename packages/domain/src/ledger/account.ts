/**
 * PROVIDER_CLEARING: what payment providers hold for us. SHOP_BALANCE: what a shop has earned and
 * has not been paid out. REFUND_OWED: what buyers are owed and have not been sent. COMMISSION: what
 * the marketplace earns. PROVIDER_FEE: what providers charge. SHIPPING: what is owed to carriers.
 * TAX: what the marketplace remits. GOODWILL: what the marketplace gives. CHARGEBACK_LOSS: what it loses
 * by chargebacks beyond what their shops bear. OVERPAYMENT_LOSS: what buyers got twice and keep.
 * STORE_CREDIT: what buyers have as credit. CHARGEBACK: what banks have taken back and is still argued
 * about. BANK: what has left by bank transfer, to shops and to buyers.
 */
export const ledgerAccounts = [
  "PROVIDER_CLEARING",
  "SHOP_BALANCE",
  "REFUND_OWED",
  "COMMISSION",
  "PROVIDER_FEE",
  "SHIPPING",
  "TAX",
  "GOODWILL",
  "CHARGEBACK_LOSS",
  "OVERPAYMENT_LOSS",
  "STORE_CREDIT",
  "CHARGEBACK",
  "BANK",
] as const;
export type LedgerAccount = (typeof ledgerAccounts)[number];

/** What an entry is for, so that statements and figures can say it. */
export const ledgerComponents = [
  "ITEMS",
  "SHIPPING",
  "TAX",
  "COMMISSION",
  "PROVIDER_FEE",
  "RETURN_LABEL",
  "GOODWILL",
  "CHARGEBACK",
  "PAYOUT",
] as const;
export type LedgerComponent = (typeof ledgerComponents)[number];

/** One posting's cause; the same cause and reference post once. */
export const ledgerKinds = [
  "CAPTURE",
  "LATE_CAPTURE",
  "EXCHANGED",
  "REFUND_OWED",
  "GOODWILL_OWED",
  "REFUND_PAID",
  "REFUND_REVERSED",
  "REFUND_CANCELED",
  "CREDIT_PAID",
  "CREDIT_BONUS",
  "TRANSFER_PAID",
  "TRANSFER_RETURNED",
  "OVERPAID_BACK",
  "OVERPAID_BORNE",
  "CHARGEBACK_WITHDRAWN",
  "CHARGEBACK_RETURNED",
  "CHARGEBACK_BORNE",
  "CHARGEBACK_REVERSED",
  "RETURN_LABEL",
  "PAYOUT",
  "PAYOUT_RETURNED",
] as const;
export type LedgerKind = (typeof ledgerKinds)[number];

/** One side of a posting in minor units: a debit is positive, a credit negative. Entries sum to zero. */
export interface LedgerEntry {
  readonly account: LedgerAccount;
  /** Null on the side where the money merely lies: what the provider holds, what a buyer is owed. */
  readonly component: LedgerComponent | null;
  readonly amountMinor: number;
}
