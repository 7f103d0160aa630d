import type { LedgerAccount, LedgerEntry } from "./account.js";
import { type CapturedOrder, captureEntries } from "./capture-entries.js";
import type { MoneyTerms } from "./money-terms.js";
import { move, netted, reversed } from "./move.js";

/**
 * The posting of a payment that came on top of what an order had: split as the whole would have been,
 * with a fixed fee of its own, since providers take one for each payment.
 */
export function lateCaptureEntries(
  order: CapturedOrder,
  beforeMinor: number,
  terms: MoneyTerms,
): LedgerEntry[] {
  const before = captureEntries({ ...order, capturedMinor: beforeMinor }, terms);
  const beyond = netted([...captureEntries(order, terms), ...reversed(before)]);
  const { providerFee } = terms;
  const room = order.capturedMinor - beforeMinor + totalOf(beyond, "PROVIDER_FEE");
  const fixed = Math.min(providerFee.fixedMinor[order.currency] ?? 0, room);
  const bearer: LedgerAccount = providerFee.borneBy === "SHOP" ? "SHOP_BALANCE" : "COMMISSION";
  return netted([...beyond, ...move(fixed, bearer, "PROVIDER_FEE", "PROVIDER_FEE")]);
}

/**
 * The posting by which such a payment goes back: everybody gives back just what it brought them, and
 * what the provider keeps for it is the marketplace's, whatever was agreed about sales.
 */
export function lateRefundEntries(
  late: readonly LedgerEntry[],
  { providerFee }: MoneyTerms,
): LedgerEntry[] {
  const ours = late.filter(({ account }) => !theirs.includes(account));
  const keeper: LedgerAccount = providerFee.onRefund === "RETURNED" ? "PROVIDER_FEE" : "COMMISSION";
  return netted([
    ...reversed(ours),
    {
      account: "REFUND_OWED",
      component: null,
      amountMinor: 0 - totalOf(late, "PROVIDER_CLEARING"),
    },
    {
      account: keeper,
      component: "PROVIDER_FEE",
      amountMinor: 0 - totalOf(late, "PROVIDER_FEE"),
    },
  ]);
}

const theirs: readonly LedgerAccount[] = ["PROVIDER_CLEARING", "PROVIDER_FEE"];

const totalOf = (entries: readonly LedgerEntry[], of: LedgerAccount): number =>
  entries
    .filter(({ account }) => account === of)
    .reduce((sum, { amountMinor }) => sum + amountMinor, 0);
