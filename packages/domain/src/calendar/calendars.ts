import type { Zone } from "../text/locale.js";
import type { Calendar, Interval, Weekday } from "./calendar.js";
import { publicHolidays } from "./public-holidays.js";

const mondayToFriday: readonly Weekday[] = [1, 2, 3, 4, 5];
const at = (hour: number) => hour * 60;
const nineToSix: readonly Interval[] = [{ opens: at(9), closes: at(18) }];
const nineToFive: readonly Interval[] = [{ opens: at(9), closes: at(17) }];
/** With the long break of the afternoon. */
const divided: readonly Interval[] = [
  { opens: at(9), closes: at(14) },
  { opens: at(16), closes: at(19) },
];

/** Where business is done by the clock of the largest city, and when in the day. */
const places: Readonly<Record<string, readonly [zone: string, hours: readonly Interval[]]>> = {
  AR: ["America/Argentina/Buenos_Aires", nineToSix],
  AT: ["Europe/Vienna", nineToSix],
  AU: ["Australia/Sydney", nineToFive],
  BE: ["Europe/Brussels", nineToSix],
  BG: ["Europe/Sofia", nineToSix],
  BR: ["America/Sao_Paulo", nineToSix],
  CA: ["America/Toronto", nineToFive],
  CH: ["Europe/Zurich", nineToSix],
  CL: ["America/Santiago", nineToSix],
  CO: ["America/Bogota", nineToSix],
  CY: ["Asia/Nicosia", nineToSix],
  CZ: ["Europe/Prague", nineToSix],
  DE: ["Europe/Berlin", nineToSix],
  DK: ["Europe/Copenhagen", nineToSix],
  EE: ["Europe/Tallinn", nineToSix],
  ES: ["Europe/Madrid", divided],
  FI: ["Europe/Helsinki", nineToSix],
  FR: ["Europe/Paris", nineToSix],
  GB: ["Europe/London", nineToFive],
  GR: ["Europe/Athens", nineToSix],
  HR: ["Europe/Zagreb", nineToSix],
  HU: ["Europe/Budapest", nineToSix],
  IE: ["Europe/Dublin", nineToFive],
  IT: ["Europe/Rome", nineToSix],
  JP: ["Asia/Tokyo", nineToSix],
  LT: ["Europe/Vilnius", nineToSix],
  LU: ["Europe/Luxembourg", nineToSix],
  LV: ["Europe/Riga", nineToSix],
  MT: ["Europe/Malta", nineToSix],
  MX: ["America/Mexico_City", nineToSix],
  NL: ["Europe/Amsterdam", nineToSix],
  NO: ["Europe/Oslo", nineToSix],
  NZ: ["Pacific/Auckland", nineToFive],
  PL: ["Europe/Warsaw", nineToSix],
  PT: ["Europe/Lisbon", nineToSix],
  RO: ["Europe/Bucharest", nineToSix],
  SE: ["Europe/Stockholm", nineToSix],
  SI: ["Europe/Ljubljana", nineToSix],
  SK: ["Europe/Bratislava", nineToSix],
  US: ["America/New_York", nineToFive],
};

function calendarOf(country: string): Calendar {
  const [zone, hours] = (hasCalendar(country) ? places[country] : null) ?? ["UTC", nineToSix];
  const holidays = Object.entries((hasCalendar(country) && publicHolidays[country]) || {}).flatMap(
    ([year, days]) => days.split(" ").map((day) => `${year}-${day.slice(0, 2)}-${day.slice(2)}`),
  );
  return { id: country, zone, businessDays: mondayToFriday, hours, holidays: new Set(holidays) };
}

const made = new Map<string, Calendar>();

/** Countries whose calendar we know, ISO 3166 alpha-2. */
export const calendarCountries: readonly string[] = Object.keys(places);

/** Whether we know a country's business days; no policy is published for one of others. */
export const hasCalendar = (country: string): boolean => Object.hasOwn(places, country);

/**
 * The calendar of a country (ISO 3166 alpha-2). What was published before countries were checked may
 * name one that we know none of: then every day from Monday to Friday counts, and no other country's.
 */
export function calendarFor(country: string): Calendar {
  const known = made.get(country) ?? calendarOf(country);
  made.set(country, known);
  return known;
}

/** A country's own zone, in which times are told to readers of whom no other is known. */
export const zoneOfCountry = (country: string): Zone => ({
  id: calendarFor(country).zone,
  said: true,
});
