import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicHolidays as fromLibrary } from "../../scripts/public-holidays.mjs";
import { addBusinessDays, addBusinessHours, isBusinessDay } from "./calendar.js";
import { calendarCountries, calendarFor } from "./calendars.js";
import { publicHolidays } from "./public-holidays.js";

const brazil = calendarFor("BR");
const germany = calendarFor("DE");

describe("business days", () => {
  it("skip weekends and public holidays", () => {
    // Thursday before the long weekend of Independence Day, Monday 7 September 2026.
    expect(addBusinessDays(brazil, new Date("2026-09-03T15:00:00Z"), 2)).toEqual(
      new Date("2026-09-09T02:59:59.999Z"),
    );
  });

  it("know the movable feasts", () => {
    expect(isBusinessDay(brazil, new Date("2026-02-17T15:00:00Z"))).toBe(false); // Carnival
    expect(isBusinessDay(brazil, new Date("2026-06-04T15:00:00Z"))).toBe(false); // Corpus Christi
    expect(isBusinessDay(germany, new Date("2026-04-06T10:00:00Z"))).toBe(false); // Easter Monday
  });

  it("end with the local day, also when the clock changes", () => {
    // Friday 27 March 2026, 17:00 in Berlin (UTC+1); Monday is UTC+2.
    expect(addBusinessDays(germany, new Date("2026-03-27T16:00:00Z"), 1)).toEqual(
      new Date("2026-03-30T21:59:59.999Z"),
    );
  });
});

describe("business hours", () => {
  it("count only while business is done", () => {
    // Friday 16:00 in São Paulo and four hours: two on Friday, two on Monday.
    expect(addBusinessHours(brazil, new Date("2026-03-06T19:00:00Z"), 4)).toEqual(
      new Date("2026-03-09T14:00:00Z"),
    );
  });

  it("stand still over a break in the middle of the day", () => {
    // Tuesday 13:00 in Madrid and two hours: one before the break, one after it.
    expect(addBusinessHours(calendarFor("ES"), new Date("2026-03-10T12:00:00Z"), 2)).toEqual(
      new Date("2026-03-10T16:00:00Z"),
    );
    // In the break they begin after it.
    expect(addBusinessHours(calendarFor("ES"), new Date("2026-03-10T14:00:00Z"), 1)).toEqual(
      new Date("2026-03-10T16:00:00Z"),
    );
  });

  it("are as long on the day the clock changes as on any other", () => {
    // Friday 17:00 in Berlin (UTC+1) and two hours: one then, one on Monday (UTC+2).
    expect(addBusinessHours(germany, new Date("2026-03-27T16:00:00Z"), 2)).toEqual(
      new Date("2026-03-30T08:00:00Z"),
    );
  });

  it("start in the morning when asked at night", () => {
    expect(addBusinessHours(brazil, new Date("2026-03-10T03:00:00Z"), 1)).toEqual(
      new Date("2026-03-10T13:00:00Z"),
    );
  });

  it("never go back, and more hours are never earlier", () => {
    const instant = fc.date({
      min: new Date("2025-01-01"),
      max: new Date("2027-12-31"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 60 }),
        fc.constantFrom(...calendarCountries),
        (from, hours, country) => {
          const calendar = calendarFor(country);
          const one = addBusinessHours(calendar, from, hours);
          expect(one.getTime()).toBeGreaterThanOrEqual(from.getTime());
          expect(addBusinessHours(calendar, from, hours + 1).getTime()).toBeGreaterThan(
            one.getTime(),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the holidays", () => {
  it("are the library's, for every country there is a calendar of", () => {
    const known = new Map(fromLibrary());
    expect([...known.keys()].sort()).toEqual([...calendarCountries].sort());
    for (const country of calendarCountries) {
      expect(Object.entries(publicHolidays[country] ?? {})).toEqual(
        known.get(country)?.map(([year, days]) => [String(year), days]),
      );
    }
  });
});
