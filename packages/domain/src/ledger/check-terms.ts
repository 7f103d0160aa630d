import { isCurrency } from "../money/currency.js";
import type { Refusal } from "../refusal/refusal.js";
import type { MoneyTerms } from "./money-terms.js";

/** All of it: a share in hundredths of a percent. */
const whole = 10_000;

/**
 * What no terms may say, by the field that says it; null where they can be published. Commission and
 * fee together leave the shop something of what it sells.
 */
export function refuseTerms({ commission, providerFee, payout }: MoneyTerms): Refusal | null {
  const wrong = (field: string, most?: number): Refusal => ({
    kind: "InvalidInput",
    field,
    problem: "OUT_OF_RANGE",
    ...(most === undefined ? {} : { most }),
  });
  const within = (value: number, least: number, most: number) =>
    Number.isSafeInteger(value) && value >= least && value <= most;
  if (!within(commission.basisPoints, 0, whole)) return wrong("commissionBasisPoints");
  if (!within(providerFee.basisPoints, 0, whole)) return wrong("feeBasisPoints");
  const ofShop = providerFee.borneBy === "SHOP" ? providerFee.basisPoints : 0;
  if (commission.basisPoints + ofShop >= whole) return wrong("commissionBasisPoints");
  for (const [currency, minor] of Object.entries(providerFee.fixedMinor)) {
    if (!isCurrency(currency)) {
      return { kind: "InvalidInput", field: "feeFixed", problem: "UNKNOWN_VALUE" };
    }
    if (!within(minor, 0, 1_000_000)) return wrong("feeFixed");
  }
  if (!within(payout.everyDays, 1, 60)) return wrong("payoutEveryDays", 60);
  if (!within(payout.holdDays, 1, 180)) return wrong("payoutHoldDays", 180);
  if (!within(payout.minimumMinor, 0, 100_000_000)) return wrong("payoutMinimumMinor");
  return null;
}

const furthestAheadMs = 366 * 86_400_000;

/**
 * Terms begin in the future or at once, and never before others that were announced: what is captured
 * on a day is known to be under one version from that day on. They are announced a year ahead at the
 * most: a year mistyped would keep all others from beginning until then.
 */
export function refuseBeginning(from: Date, now: Date, announced: Date | null): Refusal | null {
  const earliest = announced !== null && announced > now ? announced : now;
  if (from < earliest) return { kind: "TermsTooEarly", earliest };
  const tooFar = from.getTime() - now.getTime() > furthestAheadMs;
  return tooFar ? { kind: "InvalidInput", field: "from", problem: "OUT_OF_RANGE" } : null;
}
