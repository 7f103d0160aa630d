import type { PaymentState } from "../payment/payment-machine.js";
import { settlesWithinMs } from "./compare-refund.js";
import type { DriftKind } from "./drift.js";

/** A payment of ours that a bank was asked to hold and that was not taken yet. */
export interface OurHold {
  readonly state: PaymentState;
  readonly providerChargeId: string;
  /** What the bank holds, or is asked for, in minor units. */
  readonly authorizedMinor: number;
  readonly currency: string;
  /** Whether its order has ended and nothing is under way that lets go of it. */
  readonly isOver: boolean;
}

/** One charge in the provider's books, as far as it is held. */
export interface TheirHold {
  readonly providerChargeId: string;
  readonly status: "pending" | "authorized" | "captured" | "voided";
  /** What the bank holds; 0 where it holds nothing. Minor units. */
  readonly heldMinor: number;
  readonly currency: string;
  /** When the bank lets go of it by itself; null where the provider doesn't say. */
  readonly heldUntil: Date | null;
  /** By the provider's clock, as all dates here. */
  readonly madeAt: Date;
  readonly changedAt: Date;
}

export interface FoundHold {
  readonly kind: DriftKind;
  readonly theirs: TheirHold | null;
}

/** Storefronts hand their orders over some time after the bank was asked. */
const ordersComeWithinMs = 86_400_000;

/** Whether a bank still keeps the buyer's money for it. */
export const isHeld = (
  { status, heldUntil }: Pick<TheirHold, "status" | "heldUntil">,
  theirNow: Date,
): boolean => status === "authorized" && !(heldUntil && heldUntil <= theirNow);

/**
 * The differences between a payment of ours that was not taken and what the provider holds of it. What
 * was taken or let go there is compared with the charges.
 */
export function compareHold(
  ours: OurHold | null,
  theirs: readonly TheirHold[],
  theirNow: Date,
): FoundHold[] {
  const passed = (since: Date) => theirNow.getTime() - since.getTime();
  if (!ours) {
    return theirs
      .filter((hold) => isHeld(hold, theirNow) && passed(hold.madeAt) > ordersComeWithinMs)
      .map((hold) => ({ kind: "EXTRA", theirs: hold }));
  }
  const its =
    theirs.find(({ providerChargeId }) => providerChargeId === ours.providerChargeId) ?? null;
  const more = theirs.filter((hold) => hold !== its && isHeld(hold, theirNow));
  const found = more.map((hold): FoundHold => ({ kind: "DUPLICATE", theirs: hold }));
  const kind = differs(ours, its, theirNow);
  return kind ? [{ kind, theirs: its }, ...found] : found;
}

function differs(ours: OurHold, its: TheirHold | null, theirNow: Date): DriftKind | null {
  const isOurs = ours.state === "AUTHORIZED" && !ours.isOver;
  if (its === null) return isOurs ? "MISSING" : null;
  const settled = theirNow.getTime() - its.changedAt.getTime() > settlesWithinMs;
  if (its.status === "pending") return isOurs && settled ? "MISSING" : null;
  if (its.status !== "authorized") return null;
  const held = isHeld(its, theirNow);
  if (ours.state === "PENDING") return held && settled && !ours.isOver ? "LATE" : null;
  if (!isOurs) return held && settled && ours.state !== "CAPTURED" ? "EXTRA" : null;
  if (its.currency !== ours.currency) return "WRONG_CURRENCY";
  if (its.heldMinor !== ours.authorizedMinor) return "WRONG_AMOUNT";
  const lapsed = its.heldUntil ? theirNow.getTime() - its.heldUntil.getTime() : 0;
  return !held && lapsed > settlesWithinMs ? "LATE" : null;
}
