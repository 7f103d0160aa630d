import DateHolidays from "date-holidays";

const countries =
  "AR AT AU BE BG BR CA CH CL CO CY CZ DE DK EE ES FI FR GB GR HR HU IE IT JP LT LU LV MT MX NL NO NZ PL PT RO SE SI SK US".split(
    " ",
  );
const first = 2016;
const last = 2036;

/** National public and bank holidays of a country's year, as MMDD, each day once, sorted. */
function daysOf(country, year) {
  const days = new DateHolidays(country)
    .getHolidays(year)
    .filter(
      ({ type, date }) => (type === "public" || type === "bank") && date.startsWith(String(year)),
    )
    .map(({ date }) => date.slice(5, 7) + date.slice(8, 10));
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
