import type { DriftKind } from "./drift.js";

/** One attempt of ours to give an amount back, as our books have it. */
export interface OurRefund {
  readonly status: "OPEN" | "SUCCEEDED" | "FAILED" | "REVERSED" | "PAID_TWICE";
  /** What the provider calls it, where it told us. */
  readonly providerRefundId: string | null;
  readonly amountMinor: number;
  /** What our ledger says that the provider gave back for it, and has not taken back. */
  readonly postedMinor: number;
  readonly currency: string;
  readonly openedAt: Date;
  readonly promisedBy: Date;
  /** Whether the same money went another way meanwhile. */
  readonly paidOtherwise: boolean;
  /** What the provider calls the payment that it goes back to; null where it goes to an account. */
  readonly chargeId: string | null;
  /** Whether the provider answered it with a refund that is another attempt's. */
  readonly isShared: boolean;
}

/** One refund in the provider's books. */
export interface TheirRefund {
  readonly providerRefundId: string;
  readonly status: "pending" | "requires_action" | "succeeded" | "failed" | "canceled" | "reversed";
  readonly amountMinor: number;
  readonly currency: string;
  /** By which names the provider calls the payment of it. */
  readonly chargeIds: readonly (string | null)[];
}

export interface FoundDrift {
  readonly kind: DriftKind;
  /** The provider's refund it is about; null where there is none. */
  readonly theirs: TheirRefund | null;
}

/** How long both books may differ while an answer or a webhook is on its way. */
export const settlesWithinMs = 3_600_000;

const moves = ({ status }: TheirRefund) => status === "succeeded" || status === "pending";
const isOver = ({ status }: TheirRefund) => status !== "pending" && status !== "requires_action";

/**
 * The differences between an attempt of ours and what the provider has of it. Without an attempt,
 * every refund that moves money is one too many; one that moved none is nobody's concern.
 */
export function compareRefund(
  ours: OurRefund | null,
  theirs: readonly TheirRefund[],
  at: Date,
): FoundDrift[] {
  if (!ours) return theirs.filter(moves).map((refund) => ({ kind: "EXTRA", theirs: refund }));
  const its =
    theirs.find(({ providerRefundId }) => providerRefundId === ours.providerRefundId) ??
    theirs.find(moves) ??
    theirs[0] ??
    null;
  const more = theirs.filter((refund) => refund !== its && moves(refund));
  const found = more.map((refund): FoundDrift => ({ kind: "DUPLICATE", theirs: refund }));
  const kind = differs(ours, its, at);
  return kind ? [{ kind, theirs: its }, ...found] : found;
}

function differs(ours: OurRefund, its: TheirRefund | null, at: Date): DriftKind | null {
  const paid = ours.status === "SUCCEEDED";
  const isOpen = ours.status === "OPEN";
  if (isOpen && its && !isOver(its)) {
    return howItDiffers(ours, its) ?? (isLate(ours, its, at) ? "LATE" : null);
  }
  if (!its || !moves(its)) {
    if (isOpen && ours.isShared) return "SHARED";
    if (paid || ours.postedMinor !== 0) return "MISSING";
    return isOpen && isLate(ours, its, at) ? "LATE" : null;
  }
  const wrong = howItDiffers(ours, its);
  if (wrong) return wrong;
  if (isOpen) return isLate(ours, its, at) ? "LATE" : null;
  // That it was paid twice is known, and an incident of its own.
  if (paid || ours.status === "PAID_TWICE") {
    return ours.postedMinor === its.amountMinor ? null : "WRONG_AMOUNT";
  }
  return ours.paidOtherwise ? "DUPLICATE" : "EXTRA";
}

/** What moves, or is about to, under our name and is not what we asked for; null where it is. */
export function howItDiffers(
  ours: Pick<OurRefund, "amountMinor" | "currency" | "chargeId">,
  its: Pick<TheirRefund, "amountMinor" | "currency" | "chargeIds">,
): "WRONG_CHARGE" | "WRONG_CURRENCY" | "WRONG_AMOUNT" | null {
  if (ours.chargeId !== null && !its.chargeIds.includes(ours.chargeId)) return "WRONG_CHARGE";
  if (its.currency !== ours.currency) return "WRONG_CURRENCY";
  return its.amountMinor === ours.amountMinor ? null : "WRONG_AMOUNT";
}

function isLate(ours: OurRefund, its: TheirRefund | null, at: Date): boolean {
  if (at > ours.promisedBy) return true;
  const settled = at.getTime() - ours.openedAt.getTime() > settlesWithinMs;
  return settled && its !== null && isOver(its);
}
