import type { Statute } from "../policy/statutes.js";

/**
 * WITHDRAW: from the contract, without a reason and past any policy. RETURN: what simply isn't wanted.
 * RETURN_FAULTY: what is wrong, damaged or broken.
 */
export const buyerRightKinds = ["WITHDRAW", "RETURN", "RETURN_FAULTY"] as const;
export type BuyerRightKind = (typeof buyerRightKinds)[number];

/** What a buyer may do with some units now, who gives it to them, and until when. */
export interface BuyerRight {
  readonly kind: BuyerRightKind;
  /** The law by which they may; null where it is the shop's own word. */
  readonly law: Statute["id"] | null;
  /** The last instant of it; null while its days have not begun. */
  readonly until: Date | null;
  readonly units: readonly { readonly lineId: string; readonly quantity: number }[];
}

/** Why the law gives no right to withdraw from the contract, or no more. */
export type NoWithdrawalReason = "NO_LAW" | "EXEMPT" | "NOTHING_LEFT" | "OVER";
