import { type ChargebackState, hasMoneyBack, isDecided } from "../chargeback/mirror-chargeback.js";
import type { DriftKind } from "./drift.js";

/** One chargeback, as our books mirror it. */
export interface OurChargeback extends ChargebackState {
  readonly amountMinor: number;
  /** What our ledger says that the bank has back of it. */
  readonly postedMinor: number;
  readonly currency: string;
  /** What was captured of the payment it disputes. */
  readonly capturedMinor: number;
  /** What earlier chargebacks of the same payment have back. */
  readonly takenBeforeMinor: number;
}

/** One chargeback in the provider's books. */
export interface TheirChargeback extends ChargebackState {
  readonly amountMinor: number;
  readonly currency: string;
  /** The currency of the payment of ours that it disputes; null where that is none of ours. */
  readonly paidIn: string | null;
}

/**
 * How a chargeback differs between our books and the provider's, after its news was taken over: by
 * the money that the bank has back, since steps that move none are the provider's own affair.
 */
export function compareChargeback(
  ours: OurChargeback | null,
  theirs: TheirChargeback | null,
): DriftKind | null {
  const theyTook = theirs !== null && hasMoneyBack(theirs);
  if (!ours) {
    if (!theyTook) return null;
    const foreign = theirs.paidIn === null || theirs.paidIn === theirs.currency;
    return foreign ? "EXTRA" : "WRONG_CURRENCY";
  }
  const weSay = hasMoneyBack(ours);
  if (!theyTook) return weSay || ours.postedMinor !== 0 ? "MISSING" : null;
  if (!weSay) return "EXTRA";
  if (theirs.currency !== ours.currency) return "WRONG_CURRENCY";
  const same = theirs.amountMinor === ours.amountMinor && ours.postedMinor === ours.amountMinor;
  if (!same) return "WRONG_AMOUNT";
  const { takenBeforeMinor: before, capturedMinor, amountMinor } = ours;
  if (before > 0 && before + amountMinor > capturedMinor) return "DUPLICATE";
  return isDecided(theirs.status) && !isDecided(ours.status) ? "LATE" : null;
}
