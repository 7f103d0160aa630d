import { fromLocal } from "./local-time.js";

/** As many digits before the decimals as any amount of goods has; sums stay exact. */
const mostDigits = 10;
/** What binary fractions leave behind: much less than a hundredth of a cent. */
const noiseDigits = 6;

/**
 * An amount as cents; null for what isn't one. Decimals by point or comma, without groups. What is
 * beyond the second decimal has to be float noise (13.489999999999998), or it is no amount of money.
 */
export function toMinor(text: string): number | null {
  const found = /^(-?)(\d+)(?:[.,](\d+))?$/.exec(text.trim());
  const [, sign, whole = "", fraction = ""] = found ?? [];
  if (!found || whole.replace(/^0+/, "").length > mostDigits) return null;
  const decimals = fraction.padEnd(2, "0");
  const rest = decimals.slice(2);
  const [low, high] = [/^0*$/.test(rest.slice(0, noiseDigits)), /^9{6}/.test(rest)];
  if (!low && !high) return null;
  const cents = Number(whole) * 100 + Number(decimals.slice(0, 2)) + (high ? 1 : 0);
  return sign && cents > 0 ? -cents : cents;
}

/** A whole number without a sign; null for anything else. */
export const toCount = (text: string): number | null =>
  /^\d{1,6}$/.test(text.trim()) ? Number(text) : null;

/** A rating from 1 to 5; null for anything else. */
export const toRating = (text: string): number | null =>
  /^[1-5](\.0+)?$/.test(text.trim()) ? Number(text) : null;

/** Before it there was no such marketplace; what is later than this is a slip of the pen. */
const [firstYear, lastYear] = [2000, 2100];

/** The data's local time as an instant; null for what is no time of any calendar. */
export function toInstant(text: string): Date | null {
  const found = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d)(?::(\d\d))?$/.exec(text.trim());
  if (!found) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0));
  const asUtc = Date.UTC(year, month - 1, day, hour, minute, second);
  const read = new Date(asUtc);
  const isReal =
    read.getUTCMonth() === month - 1 &&
    read.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60;
  return isReal && year >= firstYear && year <= lastYear ? fromLocal(asUtc) : null;
}
