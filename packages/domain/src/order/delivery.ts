import { addHours, endOfDayAfter } from "../calendar/calendar.js";
import type { Refusal } from "../refusal/refusal.js";
import type { OrderStatus } from "./order-machine.js";

/** Days a parcel takes where nobody said. */
const usualDays = 10;
/** How long a seller has to settle a parcel that is said not to have arrived. */
const settleHours = 72;
/** A parcel that is expected later than that is expected never. */
const mostDays = 90;

/** By when a parcel is expected: as its seller said, else the usual days from when it left. */
export const expectedDelivery = (shippedAt: Date, said: Date | null, zone: string): Date =>
  said ?? endOfDayAfter(zone, shippedAt, usualDays);

/** Why a parcel can't be expected then: in the past, or so late that its buyer could never ask. */
export function refuseExpected(said: Date | null, now: Date): Refusal | null {
  if (said === null || (said > now && said <= addHours(now, mostDays * 24))) return null;
  return { kind: "InvalidInput", field: "estimatedDeliveryBy", problem: "OUT_OF_RANGE" };
}

/** When a parcel counts as lost that nobody settled. */
export const deliverySettledBy = (now: Date): Date => addHours(now, settleHours);

/** Why a buyer can't say yet that it did not arrive; null when they can. */
export function refuseNotArrived(
  order: { readonly status: OrderStatus; readonly estimatedDeliveryBy: Date | null },
  now: Date,
): Refusal | null {
  const { status, estimatedDeliveryBy } = order;
  if (status !== "SHIPPED") {
    return {
      kind: "NotInThisState",
      machine: "order",
      state: status,
      command: "failDelivery",
      allowedCommands: [],
    };
  }
  return estimatedDeliveryBy !== null && now < estimatedDeliveryBy
    ? { kind: "DeliveryNotLate", expectedBy: estimatedDeliveryBy }
    : null;
}
