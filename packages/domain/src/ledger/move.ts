import { assert } from "../assert.js";
import type { LedgerAccount, LedgerComponent, LedgerEntry } from "./account.js";

/** Debits one account and credits another; nothing where the amount is zero. Minor units. */
export function move(
  amountMinor: number,
  debit: LedgerAccount,
  credit: LedgerAccount,
  component: LedgerComponent | null = null,
): LedgerEntry[] {
  assert(Number.isSafeInteger(amountMinor) && amountMinor >= 0, "only what is there is moved");
  if (amountMinor === 0) return [];
  return [
    { account: debit, component, amountMinor },
    { account: credit, component, amountMinor: 0 - amountMinor },
  ];
}

/** The same entries the other way round: what undoes a posting. */
export function reversed(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.map((entry) => ({ ...entry, amountMinor: 0 - entry.amountMinor }));
}

/** Entries of one account and component as one, without those that cancel out. */
export function netted(entries: readonly LedgerEntry[]): LedgerEntry[] {
  const sums = new Map<string, LedgerEntry>();
  for (const entry of entries) {
    const key = `${entry.account} ${entry.component}`;
    const soFar = sums.get(key)?.amountMinor ?? 0;
    sums.set(key, { ...entry, amountMinor: soFar + entry.amountMinor });
  }
  return [...sums.values()].filter(({ amountMinor }) => amountMinor !== 0);
}
