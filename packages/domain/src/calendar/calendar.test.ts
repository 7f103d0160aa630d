import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addBusinessDays, addBusinessHours, isBusinessDay } from "./calendar.js";
import { calendarFor } from "./calendars.js";

const brazil = calendarFor("BR");
const germany = calendarFor("DE");

describe("business days", () => {
  it("skip weekends and public holidays", () => {
    // Thursday before the long weekend of Independence Day, Monday 7 September 2026.
    expect(addBusinessDays(brazil, new Date("2026-09-03T15:00:00Z"), 2)).toEqual(
      new Date("2026-09-08T15:00:00Z"),
    );
  });

  it("know the movable feasts", () => {
    expect(isBusinessDay(brazil, new Date("2026-02-17T15:00:00Z"))).toBe(false); // Carnival
    expect(isBusinessDay(brazil, new Date("2026-06-04T15:00:00Z"))).toBe(false); // Corpus Christi
    expect(isBusinessDay(germany, new Date("2026-04-06T10:00:00Z"))).toBe(false); // Easter Monday
  });

  it("keep the local time when the clock changes", () => {
    // Friday 27 March 2026, 17:00 in Berlin (UTC+1); Monday is UTC+2.
    expect(addBusinessDays(germany, new Date("2026-03-27T16:00:00Z"), 1)).toEqual(
      new Date("2026-03-30T15:00:00Z"),
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
        fc.constantFrom("BR", "DE", "US"),
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
