import { addHours } from "../calendar/calendar.js";

/** How long a buyer has to pay again after their bank declined to pay. */
const payAgainHours = 72;

/** When an order ends whose money could not be taken, unless it is paid by then. */
export const payAgainBy = (now: Date): Date => addHours(now, payAgainHours);

/** A seller's days for shipping count from the payment: what it came later, they get on top. */
export function shipByAfterPayment(shipBy: Date | null, placedAt: Date, paidAt: Date): Date | null {
  if (shipBy === null) return null;
  return new Date(shipBy.getTime() + Math.max(0, paidAt.getTime() - placedAt.getTime()));
}
