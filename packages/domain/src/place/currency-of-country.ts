/** The euro of Council Regulation (EC) 974/98: those of our calendars that have it. */
const euro = new Set("AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK".split(" "));
const others: Readonly<Record<string, string>> = {
  AR: "ARS",
  AU: "AUD",
  BR: "BRL",
  CA: "CAD",
  CH: "CHF",
  CL: "CLP",
  CO: "COP",
  CZ: "CZK",
  DK: "DKK",
  GB: "GBP",
  HU: "HUF",
  JP: "JPY",
  MX: "MXN",
  NO: "NOK",
  NZ: "NZD",
  PL: "PLN",
  RO: "RON",
  SE: "SEK",
  US: "USD",
};

/** ISO 4217's code for no currency: an amount of it is of no order. */
export const noCurrency = "XXX";

/** What is paid with in a country we have a calendar of. */
export const currencyOfCountry = (country: string): string =>
  euro.has(country) ? "EUR" : (Object.hasOwn(others, country) && others[country]) || noCurrency;
