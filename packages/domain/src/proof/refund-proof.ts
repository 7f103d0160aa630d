import type { LedgerAccount } from "../ledger/account.js";
import type { PaymentMethod } from "../refund/allocate-refund.js";
import type { RefundStatus } from "../refund/refund-machine.js";

/** A ledger transaction as its hash is made: whoever holds the proof can make it again. */
export interface ProvenTransaction {
  /** The transaction's own row, as JSON text. */
  readonly text: string;
  /** SHA-256 of each entry's text; the text of those that are between buyer and provider. */
  readonly entries: readonly { readonly hash: string; readonly text: string | null }[];
  /** SHA-256 of the transaction's text and the hashes of its entries, joined by line feeds. */
  readonly contentHash: string;
  /** Its place in the audit trail: SHA-256 of the link before it and its own fields. */
  readonly link: {
    readonly chain: number;
    readonly seq: number;
    readonly before: string;
    readonly hash: string;
  };
}

/** What a proof of a refund says. Amounts in minor units, dates as ISO 8601 in UTC. */
export interface RefundProof {
  readonly format: "makegood.refund-proof/1";
  /** Where it can be checked by its code. */
  readonly issuer: string;
  readonly code: string;
  readonly issuedAt: string;
  readonly refund: {
    readonly id: string;
    readonly orderId: string;
    readonly orderNumber: string;
    readonly shop: string;
    readonly status: RefundStatus;
    readonly amountMinor: number;
    readonly currency: string;
    readonly createdAt: string;
    readonly promisedBy: string;
    readonly submittedAt: string | null;
    readonly succeededAt: string | null;
  };
  /** What has not happened yet, and by when it is expected. */
  readonly stillExpected: readonly StillExpected[];
  readonly allocations: readonly ProvenAllocation[];
  /** What was paid in another way, as the buyer agreed to. */
  readonly payouts: readonly ProvenPayout[];
  /** The decision it rests on, and the policy that was followed. */
  readonly basis: {
    readonly decisionId: string;
    readonly outcome: string;
    readonly rule: string;
    readonly policyVersionId: string;
    readonly policyNumber: number;
  } | null;
  readonly ledger: readonly ProvenTransaction[];
}

/** The part of a refund that goes back to one payment. */
export interface ProvenAllocation {
  /** As the buyer knows it, with no more than the last four digits. */
  readonly instrument: string;
  readonly method: PaymentMethod;
  readonly provider: string;
  readonly amountMinor: number;
  /** PAID_OTHERWISE: it did not go back this way, but as one of the payouts. */
  readonly status: string;
  readonly providerRefundId: string | null;
  /** What the bank can be asked with. */
  readonly trace: { readonly type: string; readonly value: string } | null;
}

/** What could not go back the way it came, paid otherwise. */
export interface ProvenPayout {
  readonly kind: "STORE_CREDIT" | "BANK_TRANSFER";
  readonly amountMinor: number;
  readonly bonusMinor: number;
  readonly status: string;
  readonly trace: { readonly type: string; readonly value: string } | null;
}

export type ExpectedStep = "TAKEN_BY_NETWORK" | "ON_STATEMENT" | "PUT_RIGHT";

export interface StillExpected {
  readonly step: ExpectedStep;
  readonly by: string | null;
}

/** What a refund in this state has not come to yet: that the network took it is not the statement. */
export function stillExpected(refund: {
  status: RefundStatus;
  promisedBy: Date;
  newlyExpectedBy: Date | null;
  expectedAtBankBy: Date | null;
}): StillExpected[] {
  const statement = {
    step: "ON_STATEMENT",
    by: refund.expectedAtBankBy?.toISOString() ?? null,
  } as const;
  const by = (refund.newlyExpectedBy ?? refund.promisedBy).toISOString();
  switch (refund.status) {
    case "CANCELED":
      return [];
    case "SUCCEEDED":
      return [statement];
    case "FAILED":
    case "REVERSED":
      return [{ step: "PUT_RIGHT", by }, statement];
    case "PENDING_APPROVAL":
    case "APPROVED":
    case "PROCESSING":
    case "REQUIRES_ACTION":
    case "ALTERNATIVE_PAYOUT":
      return [{ step: "TAKEN_BY_NETWORK", by }, statement];
  }
}

const buyersAccounts: readonly LedgerAccount[] = [
  "REFUND_OWED",
  "PROVIDER_CLEARING",
  "STORE_CREDIT",
  "BANK",
];

/** Whether a proof shows an entry; what shop and marketplace share stays between them, as a hash. */
export const isShownInProof = (account: LedgerAccount): boolean => buyersAccounts.includes(account);

/** An instrument's label without any number longer than what people recognise it by. */
export const maskedInstrument = (label: string): string =>
  label.replace(/\d(?:[ -]?\d){4,}/g, (digits) => `•••• ${digits.replace(/\D/g, "").slice(-4)}`);

// Crockford's base32: no I, L, O or U, so that it survives being read out.
const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A proof's code of 20 signs (100 bits) made of random bytes: MGP-XXXXX-XXXXX-XXXXX-XXXXX. */
export function proofCode(random: Uint8Array): string {
  const signs = Array.from(random.subarray(0, 20), (byte) => alphabet[byte % 32] ?? "0").join("");
  return ["MGP", ...(signs.match(/.{5}/g) ?? [])].join("-");
}

/** A code as it was typed, or null where it can't be one. */
export function readProofCode(text: string): string | null {
  const signs = text
    .toUpperCase()
    .replace(/^\s*MGP/, "")
    .replace(/[\s-]/g, "");
  const read = signs.replace(/O/g, "0").replace(/[IL]/g, "1");
  if (!/^[0-9A-HJKMNP-TV-Z]{20}$/.test(read)) return null;
  return ["MGP", ...(read.match(/.{5}/g) ?? [])].join("-");
}
