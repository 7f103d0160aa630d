import { expect, test } from "vitest";
import { calendarCountries } from "../calendar/calendars.js";
import { isCurrency } from "../money/currency.js";
import { currencyOfCountry } from "./currency-of-country.js";

test.each(calendarCountries)("%s has a currency", (country) => {
  expect(isCurrency(currencyOfCountry(country))).toBe(true);
});

test.each(["XX", "", "toString"])("%j has none", (country) => {
  expect(isCurrency(currencyOfCountry(country))).toBe(false);
});
