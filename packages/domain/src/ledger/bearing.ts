import type { LedgerAccount, LedgerComponent, LedgerEntry } from "./account.js";
import type { MoneyTerms } from "./money-terms.js";
import { type BookedSum, leftMinorOf, type RefundParts, refundEntries } from "./refund-entries.js";

export type MoneyBearer = "SHOP" | "MARKETPLACE" | "PROVIDER";

/** What one party gives of a refund for one thing; negative where it gets something back. Minor units. */
export interface BearingPart {
  readonly borneBy: MoneyBearer;
  readonly component: LedgerComponent;
  readonly amountMinor: number;
}

const bearers: Partial<Record<LedgerAccount, MoneyBearer>> = {
  SHOP_BALANCE: "SHOP",
  COMMISSION: "MARKETPLACE",
  SHIPPING: "MARKETPLACE",
  TAX: "MARKETPLACE",
  GOODWILL: "MARKETPLACE",
  PROVIDER_FEE: "PROVIDER",
};

/** Who bears what of a refund, read from its posting: the parts sum to what the buyer gets. */
export function bearingOf(entries: readonly LedgerEntry[]): BearingPart[] {
  return entries.flatMap(({ account, component, amountMinor }) => {
    const borneBy = bearers[account];
    return borneBy && component ? [{ borneBy, component, amountMinor }] : [];
  });
}

/**
 * Who would bear what if so much were refunded now. Empty where nothing would be, or no longer as much
 * is left: then it will not be refunded so.
 */
export function bearingIfRefunded(
  { sums, terms }: { readonly sums: readonly BookedSum[]; readonly terms: MoneyTerms },
  amountMinor: number,
  wanted: RefundParts | null,
): BearingPart[] {
  if (amountMinor <= 0 || amountMinor > leftMinorOf(sums)) return [];
  return bearingOf(refundEntries(sums, amountMinor, terms, wanted));
}
