import { expect, test } from "vitest";
import { isBusinessDay } from "./calendar.js";
import { calendarFor } from "./calendars.js";

/** Checked by hand against each country's own law or its government's list. */
const closed: readonly [country: string, date: string, why: string][] = [
  ["AR", "2026-05-25", "May Revolution"],
  ["AT", "2026-12-08", "Immaculate Conception"],
  ["AU", "2026-04-27", "Anzac Day, moved, in New South Wales"],
  ["AU", "2026-06-08", "King's Birthday in New South Wales"],
  ["AU", "2026-10-05", "Labour Day in New South Wales"],
  ["BE", "2026-07-21", "National Day"],
  ["BR", "2026-02-17", "Carnival"],
  ["BR", "2026-06-04", "Corpus Christi"],
  ["BR", "2026-11-20", "Zumbi and Black Consciousness"],
  ["CA", "2026-02-16", "Family Day in Ontario"],
  ["CA", "2026-05-18", "Victoria Day"],
  ["CA", "2026-10-12", "Thanksgiving"],
  ["CH", "2026-05-01", "Labor Day in Zurich"],
  ["CL", "2026-09-18", "Independence Day"],
  ["CO", "2026-06-08", "Corpus Christi, moved"],
  ["CZ", "2026-09-28", "Saint Wenceslas"],
  ["DE", "2026-05-14", "Ascension Day"],
  ["DE", "2026-06-04", "Corpus Christi in Hesse"],
  ["DK", "2023-05-05", "the last Great Prayer Day"],
  ["ES", "2026-11-02", "All Saints, moved, in Madrid"],
  ["FI", "2026-12-24", "Christmas Eve"],
  ["FR", "2026-07-14", "Bastille Day"],
  ["GB", "2026-05-04", "early May bank holiday"],
  ["GB", "2026-08-31", "summer bank holiday"],
  ["GB", "2026-12-28", "Boxing Day, moved"],
  ["GB", "2027-12-28", "Boxing Day, moved behind Christmas"],
  ["GR", "2026-04-10", "Orthodox Good Friday"],
  ["HU", "2026-10-23", "Revolution of 1956"],
  ["IE", "2026-02-02", "Saint Brigid"],
  ["IT", "2026-06-02", "Republic Day"],
  ["JP", "2026-09-22", "a day between two holidays"],
  ["MX", "2026-11-16", "Revolution Day, moved"],
  ["NL", "2026-04-27", "King's Day"],
  ["NZ", "2026-07-10", "Matariki"],
  ["PL", "2025-12-24", "Christmas Eve, since 2025"],
  ["PT", "2026-06-10", "Portugal Day"],
  ["RO", "2026-01-02", "the second day of the New Year"],
  ["SE", "2026-06-19", "Midsummer Eve"],
  ["US", "2026-07-03", "Independence Day, observed"],
  ["US", "2026-11-26", "Thanksgiving"],
];

const open: readonly [country: string, date: string, why: string][] = [
  ["AT", "2026-12-24", "Christmas Eve is a working day"],
  ["AU", "2026-08-03", "a holiday of banks alone"],
  ["BR", "2026-07-09", "a holiday of the state of São Paulo"],
  ["CA", "2026-04-06", "Easter Monday is none in Ontario"],
  ["DE", "2026-01-06", "Epiphany is none in Hesse"],
  ["DE", "2026-12-24", "Christmas Eve is a working day"],
  ["DE", "2026-12-31", "New Year's Eve is a working day"],
  ["DK", "2024-04-26", "Great Prayer Day was given up"],
  ["FI", "2026-12-31", "New Year's Eve is a working day"],
  ["FR", "2026-04-03", "Good Friday is none outside Alsace"],
  ["GB", "2026-08-03", "Scotland's summer bank holiday"],
  ["NL", "2026-12-31", "New Year's Eve is a working day"],
  ["PL", "2024-12-24", "Christmas Eve, before 2025"],
  ["US", "2026-02-12", "Lincoln's Birthday is New York's own"],
  ["US", "2026-11-03", "Election Day is New York's own"],
];

const noonUtc = (date: string) => new Date(`${date}T12:00:00Z`);
/** New Zealand's and Australia's noon in UTC is their night of the same day or later. */
const during = (country: string, date: string) =>
  ["NZ", "AU", "JP"].includes(country) ? new Date(`${date}T01:00:00Z`) : noonUtc(date);

test.each(closed)("no business is done in %s on %s: %s", (country, date) => {
  const at = during(country, date);
  expect(isBusinessDay(calendarFor(country), at)).toBe(false);
  // A weekend would prove nothing.
  expect([0, 6]).not.toContain(noonUtc(date).getUTCDay());
});

test.each(open)("business is done in %s on %s: %s", (country, date) => {
  expect(isBusinessDay(calendarFor(country), during(country, date))).toBe(true);
});
