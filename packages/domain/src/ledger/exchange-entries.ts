import type { LedgerEntry } from "./account.js";
import type { MoneyTerms } from "./money-terms.js";
import { reversed } from "./move.js";
import { type BookedSum, refundEntries } from "./refund-entries.js";

/** The two postings by which an order's money becomes another's; together they move nothing. */
export interface ExchangePostings {
  /** Takes it out of the order whose goods came back, component by component, as a refund would. */
  readonly out: readonly LedgerEntry[];
  /** Puts the same into the order that goes out for them: its capture, which later refunds draw on. */
  readonly into: readonly LedgerEntry[];
}

/** What an exchange of this worth posts, minor units: nothing reaches the buyer, nobody's balance changes. */
export function exchangePostings(
  books: readonly BookedSum[],
  amountMinor: number,
  terms: MoneyTerms,
): ExchangePostings {
  const out = refundEntries(books, amountMinor, terms).map((entry) =>
    entry.account === "REFUND_OWED" ? { ...entry, account: "PROVIDER_CLEARING" as const } : entry,
  );
  return { out, into: reversed(out) };
}
