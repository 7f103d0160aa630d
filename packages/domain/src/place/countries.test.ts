import { iso31661 } from "iso-3166";
import { expect, test } from "vitest";
import { calendarCountries } from "../calendar/calendars.js";
import { countries, isCountry, meantCountry } from "./countries.js";

test("the countries are those of ISO 3166-1", () => {
  const assigned = iso31661.filter(({ state }) => state === "assigned");
  expect([...countries].sort()).toEqual(assigned.map(({ alpha2 }) => alpha2).sort());
  expect(calendarCountries.filter((code) => !isCountry(code))).toEqual([]);
});

test.each(["UK", "EU", "EL", "XX", "XK", "AN", "ZZ", "br", "BRA", ""])("%j is no country", (code) =>
  expect(isCountry(code)).toBe(false),
);

test.each([
  ["UK", "GB"],
  ["uk", "GB"],
  ["EL", "GR"],
  ["br", "BR"],
  ["EU", null],
  ["XX", null],
  ["GB", null],
])("%s probably means %s", (code, meant) => expect(meantCountry(code)).toBe(meant));
