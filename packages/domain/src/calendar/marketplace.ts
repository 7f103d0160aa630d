import type { Zone } from "../text/locale.js";
import type { Calendar, Interval } from "./calendar.js";
import { calendarFor } from "./calendars.js";

/** Where the marketplace itself is at home: whose days and hours its own people keep. */
export interface Marketplace {
  /** ISO 3166 alpha-2. */
  readonly country: string;
  /** What support's promises, approvals and discrepancies are counted by. */
  readonly calendar: Calendar;
  /** In which times are said where no other zone is known. */
  readonly zone: Zone;
}

/** The country's own calendar, with another zone or other hours where the marketplace keeps others. */
export function marketplaceIn(
  country: string,
  own: {
    readonly zone?: string | undefined;
    readonly hours?: readonly Interval[] | undefined;
  } = {},
): Marketplace {
  const base = calendarFor(country);
  const zone = own.zone ?? base.zone;
  const calendar = {
    ...base,
    id: `marketplace in ${country}`,
    zone,
    hours: own.hours ?? base.hours,
  };
  return { country, calendar, zone: { id: zone, said: true } };
}
