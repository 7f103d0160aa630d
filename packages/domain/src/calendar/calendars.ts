import type { Calendar, Weekday } from "./calendar.js";

const mondayToFriday: readonly Weekday[] = [1, 2, 3, 4, 5];

/** Easter Sunday by the Gregorian computus (Meeus, Astronomical Algorithms, chapter 8). */
function easter(year: number): Date {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  const day = (h + l - 7 * m + 33 * month + 19) % 32;
  return new Date(Date.UTC(year, month - 1, day));
}

const isoDate = (date: Date) => date.toISOString().slice(0, 10);
const years = Array.from({ length: 30 }, (_, index) => 2016 + index);

/** National holidays: fixed ones as MM-DD, movable ones as days from Easter Sunday. */
function holidays(fixed: readonly string[], fromEaster: readonly number[]): ReadonlySet<string> {
  return new Set(
    years.flatMap((year) => [
      ...fixed.map((date) => `${year}-${date}`),
      ...fromEaster.map((days) => isoDate(new Date(easter(year).getTime() + days * 86_400_000))),
    ]),
  );
}

const brazil: Calendar = {
  id: "BR",
  zone: "America/Sao_Paulo",
  businessDays: mondayToFriday,
  opensHour: 9,
  closesHour: 18,
  // Lei 662/1949, 6.802/1980, 14.759/2023; Carnival and Corpus Christi as banks keep them (Febraban).
  holidays: holidays(
    ["01-01", "04-21", "05-01", "09-07", "10-12", "11-02", "11-15", "11-20", "12-25"],
    [-48, -47, -2, 60],
  ),
};

const germany: Calendar = {
  id: "DE",
  zone: "Europe/Berlin",
  businessDays: mondayToFriday,
  opensHour: 9,
  closesHour: 18,
  // The nine days that are holidays in every state.
  holidays: holidays(["01-01", "05-01", "10-03", "12-25", "12-26"], [-2, 1, 39, 50]),
};

const unitedStates: Calendar = {
  id: "US",
  zone: "America/New_York",
  businessDays: mondayToFriday,
  opensHour: 9,
  closesHour: 17,
  // Those of 5 U.S.C. 6103 that have a fixed date; the others come with the library of a later step.
  holidays: holidays(["01-01", "06-19", "07-04", "11-11", "12-25"], []),
};

const calendars: Readonly<Record<string, Calendar>> = { BR: brazil, DE: germany, US: unitedStates };

/** The calendar of a country (ISO 3166 alpha-2); Brazil's where we have none yet. */
export function calendarFor(country: string): Calendar {
  return calendars[country] ?? brazil;
}
