import type { PaymentState } from "../payment/payment-machine.js";
import { settlesWithinMs } from "./compare-refund.js";
import type { DriftKind } from "./drift.js";

/** One payment of ours, as our books have it. */
export interface OurCharge {
  readonly state: PaymentState;
  /** What the provider calls it. */
  readonly providerChargeId: string;
  /** 0 until it is captured. */
  readonly capturedMinor: number;
  /** What the bank holds or is asked for; 0 for what was captured at checkout. */
  readonly authorizedMinor: number;
  /** What our ledger says was captured with it. */
  readonly postedMinor: number;
  readonly currency: string;
}

/** One charge in the provider's books. */
export interface TheirCharge {
  readonly providerChargeId: string;
  readonly status: "pending" | "authorized" | "captured" | "voided";
  /** 0 until it is captured. */
  readonly capturedMinor: number;
  /** What of that was given back there. */
  readonly givenBackMinor: number;
  readonly currency: string;
  /** When it was made, by the provider's clock. */
  readonly madeAt: Date;
  /** When it became what it is, by the provider's clock. */
  readonly changedAt: Date;
}

export interface FoundCharge {
  readonly kind: DriftKind;
  /** The provider's charge it is about; null where there is none. */
  readonly theirs: TheirCharge | null;
}

/** Storefronts hand their orders over some time after the money was taken. */
const ordersComeWithinMs = 86_400_000;

/** Whether it took money that it has not given back. */
export const keepsMoney = ({ capturedMinor, givenBackMinor }: TheirCharge): boolean =>
  capturedMinor > givenBackMinor;

/**
 * The differences between a payment of ours and the provider's charges of it. A charge of no payment
 * of ours, or one more of the same, is a difference for as long as it was not given back whole.
 */
export function compareCharge(
  ours: OurCharge | null,
  theirs: readonly TheirCharge[],
  theirNow: Date,
): FoundCharge[] {
  const passed = (since: Date) => theirNow.getTime() - since.getTime();
  if (!ours) {
    return theirs
      .filter((charge) => keepsMoney(charge) && passed(charge.madeAt) > ordersComeWithinMs)
      .map((charge) => ({ kind: "EXTRA", theirs: charge }));
  }
  const its =
    theirs.find(({ providerChargeId }) => providerChargeId === ours.providerChargeId) ?? null;
  const more = theirs.filter((charge) => charge !== its && keepsMoney(charge));
  const found = more.map((charge): FoundCharge => ({ kind: "DUPLICATE", theirs: charge }));
  const settled = its !== null && passed(its.changedAt) > settlesWithinMs;
  const kind = differs(ours, its, settled);
  return kind ? [{ kind, theirs: its }, ...found] : found;
}

function differs(ours: OurCharge, its: TheirCharge | null, settled: boolean): DriftKind | null {
  if (its?.status !== "captured") {
    if (ours.state === "CAPTURED" && ours.capturedMinor > 0) return "MISSING";
    return its?.status === "voided" && isOpen(ours) && settled ? "LATE" : null;
  }
  if (its.currency !== ours.currency) return "WRONG_CURRENCY";
  if (ours.state === "CAPTURED") {
    const same = its.capturedMinor === ours.capturedMinor && ours.postedMinor === its.capturedMinor;
    return same ? null : "WRONG_AMOUNT";
  }
  if (its.capturedMinor > ours.authorizedMinor) return "WRONG_AMOUNT";
  if (!settled) return null;
  return isOpen(ours) ? "LATE" : "EXTRA";
}

const isOpen = ({ state }: OurCharge) => state === "PENDING" || state === "AUTHORIZED";
