import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endOfDayAfter } from "./calendar.js";
import { calendarFor } from "./calendars.js";
import { deliveryZone } from "./delivery-zone.js";
import { zonesOfCountries } from "./zones-of-countries.js";
import { zonesOfRegions } from "./zones-of-regions.js";

const marketplace = "America/Sao_Paulo";
const zoneOf = (shipToCountry: string | null, shipToRegion: string | null = null) =>
  deliveryZone({ shipToCountry, shipToRegion }, marketplace);

const localDate = (zone: string, at: Date) =>
  new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(at);

describe("the zone in which an order's days are counted", () => {
  it.each([
    ["BR", "SP", "America/Sao_Paulo"],
    ["BR", "BR-AM", "America/Manaus"],
    ["br", " ac ", "America/Rio_Branco"],
    ["BR", null, "America/Sao_Paulo"],
    ["US", "CA", "America/Los_Angeles"],
    ["US", "US-HI", "Pacific/Honolulu"],
    ["US", "NY", "America/New_York"],
    ["CA", "BC", "America/Vancouver"],
    ["CA", "NL", "America/St_Johns"],
    ["AU", "WA", "Australia/Perth"],
    ["MX", "BCN", "America/Tijuana"],
    ["MX", "JAL", "America/Mexico_City"],
    ["ES", "TF", "Atlantic/Canary"],
    ["PT", "20", "Atlantic/Azores"],
    ["RU", "PRI", "Asia/Vladivostok"],
    ["IN", null, "Asia/Calcutta"],
    ["DE", "BY", "Europe/Berlin"],
    ["XX", null, marketplace],
    [null, null, marketplace],
  ])("is, for %s %s, %s", (country, region, zone) => {
    expect(zoneOf(country, region)).toBe(zone);
  });

  it("is one that every clock knows, and a region's own differs from its country's", () => {
    for (const zone of Object.values(zonesOfCountries))
      expect(localDate(zone, new Date(0))).toBeTruthy();
    for (const [country, regions] of Object.entries(zonesOfRegions)) {
      expect(zonesOfCountries[country]).toBeDefined();
      for (const zone of regions.values()) expect(localDate(zone, new Date(0))).toBeTruthy();
    }
  });
});

describe("a period in days", () => {
  it("ends with the last local day, wherever on the first one it began", () => {
    // Seven days from Monday, November 23, 2026, in São Paulo (UTC-3).
    for (const from of ["2026-11-23T03:00:00Z", "2026-11-23T15:00:00Z", "2026-11-24T02:59:00Z"]) {
      expect(endOfDayAfter("America/Sao_Paulo", new Date(from), 7)).toEqual(
        new Date("2026-12-01T02:59:59.999Z"),
      );
    }
  });

  it("moves on from a weekend and a public holiday where a calendar says so", () => {
    const { zone } = calendarFor("DE");
    const from = new Date("2026-12-11T12:00:00Z");
    // December 25 and 26 are public holidays, the 26th is a Saturday.
    expect(endOfDayAfter(zone, from, 14)).toEqual(new Date("2026-12-25T22:59:59.999Z"));
    expect(endOfDayAfter(zone, from, 14, calendarFor("DE"))).toEqual(
      new Date("2026-12-28T22:59:59.999Z"),
    );
  });

  it("is in every zone the last instant of that date, never sooner and never later", () => {
    const zones = [
      ...Object.values(zonesOfCountries),
      ...Object.values(zonesOfRegions).flatMap((regions) => [...regions.values()]),
    ];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.date({ min: new Date("2017-01-01"), max: new Date("2035-12-31"), noInvalidDate: true }),
        fc.integer({ min: 0, max: 740 }),
        (zone, from, days) => {
          const [year = 0, month = 0, day = 0] = localDate(zone, from).split("-").map(Number);
          const date = new Date(Date.UTC(year, month - 1, day + days));
          const end = endOfDayAfter(zone, from, days);
          expect(localDate(zone, end)).toBe(date.toISOString().slice(0, 10));
          date.setUTCDate(date.getUTCDate() + 1);
          expect(localDate(zone, new Date(end.getTime() + 1))).toBe(
            date.toISOString().slice(0, 10),
          );
        },
      ),
    );
  });
});
