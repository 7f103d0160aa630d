import { assert } from "../assert.js";
import { currencyExponent, isCurrencyCode } from "./currency.js";

/** An amount in whole minor units of one currency: 1999 is 19.99 BRL, 1999 JPY, 1.999 KWD. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

export function money(amountMinor: number, currency: string): Money {
  assert(Number.isSafeInteger(amountMinor), "an amount is a whole number of minor units");
  assert(isCurrencyCode(currency), "a currency is an ISO 4217 code");
  return { amountMinor, currency };
}

function sameCurrency(a: Money, b: Money): void {
  assert(a.currency === b.currency, "amounts of two currencies are never mixed");
}

export function add(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.amountMinor + b.amountMinor, a.currency);
}

export function subtract(a: Money, b: Money): Money {
  sameCurrency(a, b);
  return money(a.amountMinor - b.amountMinor, a.currency);
}

export function sum(list: readonly Money[], currency: string): Money {
  return list.reduce(add, money(0, currency));
}

const formats = new Map<string, Intl.NumberFormat>();

/** Made once each: making one costs many times what using it does. */
function formatFor(currency: string, exponent: number, locale: string): Intl.NumberFormat {
  const name = `${currency} ${locale}`;
  const known = formats.get(name);
  if (known) return known;
  const format = new Intl.NumberFormat(locale, {
    style: "currency",
    currency,
    minimumFractionDigits: exponent,
    maximumFractionDigits: exponent,
  });
  formats.set(name, format);
  return format;
}

/** The amount in words of the locale, with the currency's own decimals. */
export function formatMoney({ amountMinor, currency }: Money, locale: string): string {
  const exponent = currencyExponent(currency);
  return formatFor(currency, exponent, locale).format(amountMinor / 10 ** exponent);
}

/** The amount as a plain decimal, for files that programs read: -12.50 BRL, 1250 JPY, 1.250 KWD. */
export function decimalOf({ amountMinor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(amountMinor)).padStart(exponent + 1, "0");
  const whole = digits.slice(0, digits.length - exponent);
  const sign = amountMinor < 0 ? "-" : "";
  return exponent === 0 ? `${sign}${digits}` : `${sign}${whole}.${digits.slice(-exponent)}`;
}
