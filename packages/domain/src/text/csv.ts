import { decimalOf, type Money } from "../money/money.js";
import type { Locale, Localized } from "./locale.js";

/** By it a spreadsheet knows the text for UTF-8; before the first record of every file. */
export const byteOrderMark = "\uFEFF";

/** What spreadsheets set to a language expect: where decimals have a comma, it separates no cells. */
const notation: Localized<{ readonly separator: string; readonly decimal: string }> = {
  en: { separator: ",", decimal: "." },
  "pt-BR": { separator: ";", decimal: "," },
};

/** What a spreadsheet would run instead of showing; also in the full width of East Asian scripts. */
const formula = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u;
const plainNumber = /^-?\d+([.,]\d+)?$/;

/**
 * One record by RFC 4180, as spreadsheets of the language open it. A cell that they would take for a
 * formula gets an apostrophe before it (OWASP, CSV injection); numbers, which may well be negative,
 * stay numbers.
 */
export function csvRecord(cells: readonly string[], locale: Locale): string {
  return `${cells.map(csvCell).join(notation[locale].separator)}\r\n`;
}

/** An amount as a number of the language's, without its currency. */
export const csvAmount = (money: Money, locale: Locale): string =>
  decimalOf(money).replace(".", notation[locale].decimal);

/** A time in UTC as spreadsheets of every language read it. */
export const csvTime = (at: Date): string => at.toISOString().slice(0, 19).replace("T", " ");

/** Quoted for either separator: somebody else's spreadsheet may expect the other one. */
function csvCell(text: string): string {
  const safe = formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
  const quoted = /[";\r\n]/.test(safe) || (safe.includes(",") && !plainNumber.test(safe));
  return quoted ? `"${safe.replaceAll('"', '""')}"` : safe;
}
