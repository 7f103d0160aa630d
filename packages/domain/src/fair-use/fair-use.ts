import type { FairUseRules } from "./fair-use-terms.js";

/** A cancellation or return that a buyer asked one shop for; withdrawals by law are none. */
export interface PastRequest {
  readonly at: Date;
  readonly orderId: string;
  /** Names of the products it was about. */
  readonly products: readonly string[];
  readonly takenBack: boolean;
  /** A return of what was wrong, damaged or missing: nobody's abuse. */
  readonly sellersFault: boolean;
  /** What was refunded without coming back; 0 for all else. Minor units. */
  readonly returnlessMinor: number;
  /** Of that; absent in what was stored before it was told apart. */
  readonly currency?: string;
}

/** What fair use is counted by: what the buyer asked this shop for, newest first, and what for now. */
export interface BuyerHistory {
  readonly requests: readonly PastRequest[];
  /** Name of the product by line of the order in question. */
  readonly products: Readonly<Record<string, string>>;
}

export const fairUseLimits = ["ORDER", "PRODUCT", "BUYER", "CHANGES"] as const;
export type FairUseLimit = (typeof fairUseLimits)[number];

const dayMs = 86_400_000;

/** Requests within the days that count; what was the seller's fault is nobody's abuse. */
export function counted(
  { requests }: BuyerHistory,
  { withinDays }: FairUseRules,
  now: Date,
): PastRequest[] {
  const since = now.getTime() - withinDays * dayMs;
  return requests.filter(({ at, sellersFault }) => at.getTime() > since && !sellersFault);
}

/** When so many of them are past that one more would be within the cap. */
export function freeAgainAt(
  requests: readonly PastRequest[],
  most: number,
  { withinDays }: FairUseRules,
): Date | null {
  const oldestFirst = requests.map(({ at }) => at.getTime()).sort((a, b) => a - b);
  const last = oldestFirst[oldestFirst.length - most];
  return last === undefined ? null : new Date(last + withinDays * dayMs);
}

/** What is left of the budget for keeping things; null where there is none to keep to. */
export function returnlessLeftMinor(
  history: BuyerHistory | undefined,
  { fairUse: rules, currency }: { readonly fairUse: FairUseRules; readonly currency: string },
  now: Date,
): number | null {
  const { returnlessBudgetMinor, withinDays } = rules;
  if (!history || returnlessBudgetMinor === null) return null;
  const since = now.getTime() - withinDays * dayMs;
  const kept = history.requests
    .filter(({ at, currency: of = currency }) => at.getTime() > since && of === currency)
    .reduce((sum, { returnlessMinor }) => sum + returnlessMinor, 0);
  return Math.max(0, returnlessBudgetMinor - kept);
}
