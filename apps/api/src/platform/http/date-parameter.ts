import { dateTimeScalar } from "#platform/graphql/scalars.js";

/** How a date in an address is written. */
export const dateParameterHint = "ISO 8601: a day as 2026-12-11 (in UTC), or 2026-12-11T09:30:00Z";

/**
 * A date in an address, as strictly as the API reads one: null where there is none, undefined for what
 * is none. A day is its first instant in UTC.
 */
export function dateParameter(value: unknown): Date | null | undefined {
  if (value === undefined) return null;
  if (typeof value !== "string") return undefined;
  try {
    const day = /^\d{4}-\d\d-\d\d$/.test(value);
    return dateTimeScalar.parseValue(day ? `${value}T00:00:00Z` : value);
  } catch {
    return undefined;
  }
}
