import type { CancellingActor } from "../cancellation/cancellation-question.js";
import { roomBeside } from "../chargeback/bank-share.js";
import type { PolicyVersion } from "../policy/policy.js";
import type { PaymentFacts } from "./allocate-refund.js";
import { sendableMinor } from "./split-refund.js";

/** What deciding about a refund needs to know of an order. Amounts in minor units of its currency. */
export interface RefundFacts {
  readonly orderId: string;
  readonly currency: string;
  readonly capturedMinor: number;
  /** Refunded, or on its way back. */
  readonly refundReservedMinor: number;
  /** What open cancellations and returns are worth together: promised, not yet reserved. */
  readonly heldMinor: number;
  /** What banks took back by chargebacks. Absent in questions kept before it was told apart. */
  readonly chargedBackMinor?: number;
  /** What of that refunds wait for, which is reserved, too. */
  readonly waitingMinor?: number;
  /** The payments of its purchase, on which its other orders draw, too. */
  readonly payments: readonly PaymentFacts[];
}

/** How much somebody may give back before a second person has to agree. Minor units; null: any. */
export interface RefundLimit {
  readonly perRefundMinor: number | null;
  readonly perDayMinor: number | null;
  /** What they gave back within the day already, this one not counted. */
  readonly usedTodayMinor: number;
  /** The most of goodwill in a day, and what of it was given already. */
  readonly goodwillPerDayMinor?: number | null;
  readonly goodwillTodayMinor?: number;
  /** Nobody has set one for the order's currency. */
  readonly unset?: true;
}

export interface RefundAsk {
  readonly amountMinor: number;
  /** Whether nobody has a right to it. */
  readonly goodwill?: boolean;
}

export interface RefundQuestion {
  readonly policy: PolicyVersion;
  readonly order: RefundFacts;
  /** Null asks only whether anything could be refunded. */
  readonly ask: RefundAsk | null;
  readonly actor: CancellingActor;
  /** What bounds this actor; null where nothing does. */
  readonly limit: RefundLimit | null;
  readonly now: Date;
}

/**
 * What can be refunded now, once what is promised elsewhere and what banks have took their part. Never
 * negative.
 */
export function refundableMinor(order: RefundFacts): number {
  const { capturedMinor, refundReservedMinor, heldMinor } = order;
  const { nowMinor } = roomBeside(capturedMinor - refundReservedMinor - heldMinor, {
    disputedMinor: 0,
    goneMinor: order.chargedBackMinor ?? 0,
    waitingMinor: order.waitingMinor ?? 0,
  });
  return Math.min(nowMinor, sendableMinor(order.payments));
}
