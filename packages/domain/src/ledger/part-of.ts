import { assert } from "../assert.js";
import { apportion } from "../money/apportion.js";
import type { LedgerEntry } from "./account.js";

/**
 * The part of a posting that belongs to `partMinor` of the `wholeMinor` that it moved, in proportion
 * and to the last minor unit: still balanced, and of no entry more than there is. Minor units.
 */
export function partOf(
  entries: readonly LedgerEntry[],
  partMinor: number,
  wholeMinor: number,
): LedgerEntry[] {
  assert(partMinor >= 0 && partMinor <= wholeMinor, "a part is no more than its whole");
  if (partMinor === wholeMinor) return [...entries];
  const debits = entries.filter(({ amountMinor }) => amountMinor > 0);
  const credits = entries.filter(({ amountMinor }) => amountMinor < 0);
  const owed = credits.filter(({ account }) => account === "REFUND_OWED");
  const others = credits.filter((entry) => !owed.includes(entry));
  const sum = (some: readonly LedgerEntry[]) =>
    some.reduce((total, { amountMinor }) => total + Math.abs(amountMinor), 0);
  assert(sum(owed) === wholeMinor, "the whole is what the posting owes");
  const byTheWay = Number((BigInt(sum(others)) * BigInt(partMinor)) / BigInt(wholeMinor));
  return [
    ...shares(debits, partMinor + byTheWay),
    ...shares(owed, partMinor),
    ...shares(others, byTheWay),
  ].filter(({ amountMinor }) => amountMinor !== 0);
}

function shares(entries: readonly LedgerEntry[], amountMinor: number): LedgerEntry[] {
  if (entries.length === 0) return [];
  const parts = apportion(
    amountMinor,
    entries.map((entry) => Math.abs(entry.amountMinor)),
  );
  return entries.map((entry, index) => ({
    ...entry,
    amountMinor: Math.sign(entry.amountMinor) * (parts[index] ?? 0) + 0,
  }));
}
