import { endOfDayAfter } from "../calendar/calendar.js";
import { calendarFor } from "../calendar/calendars.js";
import { lawOf } from "./statutes.js";

/** What of an order decides where, and by whose rules, its days are counted. */
export interface CountedAt {
  /** ISO 3166 alpha-2. */
  readonly shipToCountry?: string | null;
  /** The IANA zone of where it was delivered; absent in questions that were kept before it was known. */
  readonly zone?: string;
}

/** Who set a period: the law itself, or the shop or the marketplace. */
export type SetBy = "LAW" | "POLICY";

/** The zone in whose local days an order's windows are counted. */
export const zoneOfDays = (rules: { readonly country: string }, order: CountedAt): string =>
  order.zone ?? calendarFor(rules.country).zone;

/**
 * The last instant of a window in days: its first day isn't counted and its last one is whole, where
 * the order was delivered. From a day on which no work is done it moves on where the law says so
 * (statutes.ts). A window in hours ends at its minute instead.
 */
export function dayWindowEnd(
  rules: { readonly country: string },
  order: CountedAt,
  { from, days, setBy }: { readonly from: Date; readonly days: number; readonly setBy: SetBy },
): Date {
  const law = lawOf(rules, order)?.movesOn ?? "NOTHING";
  const moves = law === "EVERY_PERIOD" || (law === "ITS_OWN_PERIODS" && setBy === "LAW");
  const calendar = moves ? calendarFor(order.shipToCountry ?? rules.country) : undefined;
  return endOfDayAfter(zoneOfDays(rules, order), from, days, calendar);
}
