import type { Locale } from "../text/locale.js";
import { currencyExponent } from "./currency.js";

/** Why an amount can't be read in full. */
export type AmountProblem =
  | "NOT_AN_AMOUNT"
  | "NEGATIVE"
  | "AMBIGUOUS"
  | "OTHER_CURRENCY"
  | "TOO_PRECISE"
  | "TOO_LARGE";

export type ReadAmount =
  | { readonly ok: true; readonly amountMinor: number }
  | { readonly ok: false; readonly problem: AmountProblem };

const unread = (problem: AmountProblem): ReadAmount => ({ ok: false, problem });

const decimalSign: Readonly<Record<Locale, "." | ",">> = { en: ".", "pt-BR": "," };
const signs = new Map<string, ReadonlySet<string>>();

/** How people write this currency beside an amount: its code and its signs in both languages. */
function signsOf(currency: string): ReadonlySet<string> {
  const known = signs.get(currency);
  if (known) return known;
  const written = (["en", "pt-BR"] as const).flatMap((locale) =>
    (["symbol", "narrowSymbol"] as const).flatMap((currencyDisplay) =>
      new Intl.NumberFormat(locale, { style: "currency", currency, currencyDisplay })
        .formatToParts(0)
        .filter(({ type }) => type === "currency")
        .map(({ value }) => value.normalize("NFKC").toUpperCase()),
    ),
  );
  const all = new Set([currency, ...written]);
  signs.set(currency, all);
  return all;
}

/**
 * An amount as people write or copy it: "90,50", "90.50", "1.234,56", "R$ 1,234.56", "1 234,56". All
 * of the text is read, or none of it: what could mean two amounts is refused and never guessed.
 */
export function parseAmount(
  text: string,
  { currency, locale }: { currency: string; locale: Locale },
): ReadAmount {
  // Full-width digits become plain ones, and every space within a line a plain one.
  const plain = text
    .normalize("NFKC")
    .replace(/[^\S\r\n\t]/gu, " ")
    .trim();
  const parts = /^([^\d.,]*)([\d.,](?:[\d.,' ’]*[\d.,])?)([^\d]*)$/u.exec(plain);
  if (!parts) return unread("NOT_AN_AMOUNT");
  const [, before = "", number = "", after = ""] = parts;
  const beside = [before, after].map((sign) => sign.trim().toUpperCase()).filter(Boolean);
  if (beside.some((sign) => /[-−–—]/.test(sign))) return unread("NEGATIVE");
  const own = signsOf(currency);
  const foreign = beside.find((sign) => !own.has(sign));
  if (foreign !== undefined)
    return unread(
      /^(\p{L}{3}|\p{L}{0,3}\p{Sc})$/u.test(foreign) ? "OTHER_CURRENCY" : "NOT_AN_AMOUNT",
    );
  return readNumber(number, currencyExponent(currency), decimalSign[locale]);
}

const grouped = /^[1-9]\d{0,2}(?:([.,' ’])\d{3})(?:\1\d{3})*$/u;

/** Digits, grouped or not, and decimals after the last sign where that is what it is. */
function readNumber(number: string, decimals: number, decimal: "." | ","): ReadAmount {
  const at = Math.max(number.lastIndexOf("."), number.lastIndexOf(","));
  if (at === -1) return minorOf(number, "", decimals);
  const [whole, sign, fraction] = [number.slice(0, at), number[at], number.slice(at + 1)];
  // "1.234.567": the same sign twice groups thousands.
  if (whole.includes(sign ?? "")) return minorOf(number, "", decimals);
  const alone = !/\D/.test(whole);
  if (!alone || !grouped.test(number)) return minorOf(whole, fraction, decimals);
  // "1.234" or "1,234": thousands in one notation, decimals in the other. The reader's own decides,
  // as long as the currency leaves them but one sense.
  if (sign === decimal)
    return decimals >= 3 ? minorOf(whole, fraction, decimals) : unread("AMBIGUOUS");
  return decimals >= 3 ? unread("AMBIGUOUS") : minorOf(number, "", decimals);
}

function minorOf(whole: string, fraction: string, decimals: number): ReadAmount {
  const digits = /^\d*$/.test(whole) || grouped.test(whole) ? whole.replace(/\D/g, "") : null;
  if (digits === null || !/^\d*$/.test(fraction) || digits + fraction === "") {
    return unread("NOT_AN_AMOUNT");
  }
  if (/[1-9]/.test(fraction.slice(decimals))) return unread("TOO_PRECISE");
  const amountMinor = Number(`${digits}${fraction.slice(0, decimals).padEnd(decimals, "0")}`);
  return Number.isSafeInteger(amountMinor) ? { ok: true, amountMinor } : unread("TOO_LARGE");
}
