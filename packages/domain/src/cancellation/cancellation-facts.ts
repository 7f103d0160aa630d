import type { BankShare } from "../chargeback/bank-share.js";
import type { UnitsOfLine } from "../decision/decision.js";
import { shareOfUnits } from "../money/apportion.js";
import type { OrderStatus } from "../order/order-machine.js";

/** What deciding needs to know of a line. Amounts are the whole line's, in minor units. */
export interface LineFacts {
  readonly lineId: string;
  /** What kind of goods it is. Absent in questions that were kept before a cancellation knew it. */
  readonly category?: string | null;
  readonly quantity: number;
  readonly canceledQuantity: number;
  readonly heldQuantity: number;
  readonly shippedQuantity: number;
  /**
   * Units whose rejected cancellation support is asked to rule on: free to ship meanwhile. Absent in
   * questions that were kept before this was told apart.
   */
  readonly disputedQuantity?: number;
  /** Units of those shipped that are in an open return. */
  readonly returningQuantity: number;
  /** Units of those shipped whose return is settled. */
  readonly returnedQuantity: number;
  readonly unitPriceMinor: number;
  readonly discountMinor: number;
  readonly taxMinor: number;
  readonly shippingMinor: number;
  /**
   * What was paid for it beyond its listed total, or below it where negative: its share of what the
   * payment differs from items and shipping (`spreadPaid`). Absent where nothing differs.
   */
  readonly paidDifferenceMinor?: number;
  /** What its canceled, held, returning and returned units were worth together, before deductions. */
  readonly takenMinor: number;
}

/** What deciding needs to know of an order. */
export interface OrderFacts {
  readonly orderId: string;
  readonly status: OrderStatus;
  readonly placedAt: Date;
  readonly shipBy: Date | null;
  readonly shippedAt: Date | null;
  readonly trackingNumber: string | null;
  readonly currency: string;
  readonly capturedMinor: number;
  readonly refundReservedMinor: number;
  /** ISO 3166 alpha-2; the law of this country protects the buyer. Null or absent where unknown. */
  readonly shipToCountry?: string | null;
  /** The IANA zone of where it is delivered, in whose days its windows are counted. */
  readonly zone?: string;
  /** When its last parcel arrived. Absent in questions that were kept before a cancellation knew it. */
  readonly deliveredAt?: Date | null;
  /**
   * What is authorised or asked for, but not taken: canceling it takes less instead of giving back.
   * Absent in questions that were kept before this was told apart.
   */
  readonly uncollectedMinor?: number;
  /** What open cancellations and returns are worth together: promised, not yet reserved. */
  readonly heldMinor: number;
  /** What was kept of settled returns (fees, deductions): nobody's to refund by another unit. */
  readonly keptMinor: number;
  /** What banks have of it by chargebacks. Absent in questions that were kept before it was told. */
  readonly atBank?: BankShare;
  readonly openCancellation: { readonly id: string; readonly respondBy: Date | null } | null;
  /** The cancellation that support is asked to rule on. */
  readonly disputedCancellationId?: string | null;
  readonly lines: readonly LineFacts[];
}

/** Units of a line that are neither canceled, nor in an open request, nor shipped. */
export function availableUnits(line: LineFacts): number {
  return line.quantity - line.canceledQuantity - line.heldQuantity - line.shippedQuantity;
}

/** Units of a line that are spoken for: canceled or returned, or asked to be. */
export function takenUnits(line: LineFacts): number {
  return line.canceledQuantity + line.heldQuantity + line.returningQuantity + line.returnedQuantity;
}

/** What the whole line was listed at: its units less their discount, with tax and shipping. */
export function listedMinor(line: LineFacts): number {
  return (
    line.unitPriceMinor * line.quantity - line.discountMinor + line.taxMinor + line.shippingMinor
  );
}

/** The whole line's total: what its units cost the buyer, who may have paid more or less than listed. */
export function lineTotalMinor(line: LineFacts): number {
  return listedMinor(line) + (line.paidDifferenceMinor ?? 0);
}

/** The share of the next units in what is left of their line; never below nothing. */
export function shareOfLine(line: LineFacts, quantity: number): number {
  const leftMinor = Math.max(0, lineTotalMinor(line) - line.takenMinor);
  return shareOfUnits(leftMinor, line.quantity - takenUnits(line), 0, quantity);
}

/** What units are worth: their share of what is left of their lines; 0 for units that are not there. */
export function unitsWorthMinor(
  lines: readonly LineFacts[],
  units: readonly UnitsOfLine[],
): number {
  return units.reduce((sum, { lineId, quantity }) => {
    const line = lines.find((candidate) => candidate.lineId === lineId);
    const left = line ? line.quantity - takenUnits(line) : 0;
    if (!line || quantity > left || quantity < 0) return sum;
    return sum + shareOfLine(line, quantity);
  }, 0);
}
