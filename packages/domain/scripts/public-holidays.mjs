import DateHolidays from "date-holidays";

const countries =
  "AR AT AU BE BG BR CA CH CL CO CY CZ DE DK EE ES FI FR GB GR HR HU IE IT JP LT LU LV MT MX NL NO NZ PL PT RO SE SI SK US".split(
    " ",
  );
const first = 2016;
const last = 2036;

/**
 * Where a country's holidays differ within it, its financial center's count: London, Toronto, Zurich,
 * Frankfurt, Madrid, Sydney, Auckland. Two don't go by a state: Brazil's banks close on national days
 * alone (Resolução CMN 4.880/2020), and those of New York on federal ones (5 U.S.C. 6103).
 */
const centers = { AU: "NSW", CA: "ON", CH: "ZH", DE: "HE", ES: "MD", GB: "ENG", NZ: "AUK" };

/**
 * Days on which banks alone are closed, where they count, too. Elsewhere they are days of work:
 * Christmas Eve and New Year's Eve in Germany, for example.
 */
const bankDays = {
  AR: () => true,
  // Carnival and Corpus Christi: Resolução CMN 4.880/2020.
  BR: () => true,
  // Midsummer's and Christmas Eve: Laki säädettyjen määräaikain laskemisesta 150/1930, section 5.
  FI: (monthDay) => monthDay !== "1231",
  IE: () => true,
  // December 31 to January 3: Code of Civil Procedure, Article 95(3).
  JP: () => true,
  MX: () => true,
  // Midsummer's, Christmas and New Year's Eve: Lag 1930:173, section 2.
  SE: () => true,
};

/** What the library calls public and isn't: Easter Monday in Ontario (Employment Standards Act, 2000). */
const mistaken = { CA: /^Easter Monday$/ };

const dayMs = 86_400_000;

/** The local dates of a holiday: some are of several days, as the New Year in Romania. */
function datesOf({ date, start, end }) {
  const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
  const days = Math.max(1, Math.round((end - start) / dayMs));
  return Array.from({ length: days }, (_, index) =>
    new Date(first + index * dayMs).toISOString().slice(0, 10),
  );
}

/** The days on which no business is done, besides weekends, as MMDD, each day once, sorted. */
function daysOf(country, year) {
  const center = centers[country];
  const calendar = center ? new DateHolidays(country, center) : new DateHolidays(country);
  const days = calendar
    .getHolidays(year)
    .filter(({ name }) => !mistaken[country]?.test(name))
    .flatMap((holiday) => datesOf(holiday).map((date) => ({ type: holiday.type, date })))
    .filter(({ date }) => date.startsWith(String(year)))
    .map(({ type, date }) => ({ type, monthDay: date.slice(5, 7) + date.slice(8, 10) }))
    .filter(
      ({ type, monthDay }) =>
        type === "public" || (type === "bank" && (bankDays[country]?.(monthDay) ?? false)),
    )
    .map(({ monthDay }) => monthDay);
  return [...new Set(days)].sort().join(" ");
}

/** [country, [year, days][]][] of what date-holidays knows. */
export function publicHolidays() {
  return countries.map((country) => [
    country,
    Array.from({ length: last - first + 1 }, (_, index) => [
      first + index,
      daysOf(country, first + index),
    ]),
  ]);
}
