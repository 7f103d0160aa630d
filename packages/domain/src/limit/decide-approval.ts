import type { Refusal } from "../refusal/refusal.js";

/** Whoever wants to answer for a refund that passed somebody's limit. */
export interface Approver {
  readonly personId: string;
  /** An administrator answers for any amount: above them there is nobody. */
  readonly isAdmin: boolean;
  readonly perRefundMinor: number | null;
}

export interface AskedApproval {
  /** The person or key that made the refund. */
  readonly askedById: string;
  readonly amountMinor: number;
  readonly currency: string;
}

/**
 * Four eyes: never the one who asked, and only who might have given as much alone. Null when this
 * person may answer.
 */
export function refuseApprover(approver: Approver, asked: AskedApproval): Refusal | null {
  const { amountMinor, currency } = asked;
  const limitMinor = approver.perRefundMinor;
  if (approver.personId === asked.askedById) {
    return { kind: "SecondPersonNeeded", why: "SAME_PERSON", amountMinor, limitMinor, currency };
  }
  if (approver.isAdmin || limitMinor === null || amountMinor <= limitMinor) return null;
  return { kind: "SecondPersonNeeded", why: "LIMIT_TOO_LOW", amountMinor, limitMinor, currency };
}
