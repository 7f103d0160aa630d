import type { LineFacts, OrderFacts } from "../cancellation/cancellation-facts.js";

/** What deciding about a return needs to know beyond the order's own facts. */
export interface ReturnFacts extends OrderFacts {
  /** When its last parcel arrived; null while none has. */
  readonly deliveredAt: Date | null;
  /** A return of this order that is still open, if any. */
  readonly openReturnId: string | null;
  readonly lines: readonly (LineFacts & { readonly category: string | null })[];
}

/** Days a parcel takes where nobody recorded its arrival. */
const transitDays = 10;
const dayMs = 86_400_000;

/**
 * From when the days to return are counted: the delivery; where that is unknown, the day it left and
 * a buffer for the way, so that nobody loses days to a carrier's missing scan. Null: it hasn't left.
 */
export function returnWindowStart(
  facts: Pick<OrderFacts, "deliveredAt" | "shippedAt">,
): Date | null {
  if (facts.deliveredAt) return facts.deliveredAt;
  if (!facts.shippedAt) return null;
  return new Date(facts.shippedAt.getTime() + transitDays * dayMs);
}

/** Units of a line that were sent and are neither back nor on their way back. */
export function returnableUnits(line: LineFacts): number {
  return line.shippedQuantity - line.returnedQuantity - line.returningQuantity;
}
