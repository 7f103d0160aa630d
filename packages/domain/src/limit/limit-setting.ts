import { currencyExponent } from "../money/currency.js";

/** Whom a limit bounds: everybody of a role of the desk or of a shop, or a key. */
export const limitRoles = ["AGENT", "LEAD", "ADMIN", "OWNER", "STAFF", "KEY"] as const;
export type LimitRole = (typeof limitRoles)[number];

/**
 * What somebody may give back beyond what policies provide for, alone. Amounts in minor units of one
 * currency; null is no limit. A day is the last 24 hours, so that no midnight doubles it.
 */
export interface LimitSetting {
  readonly perRefundMinor: number | null;
  readonly perDayMinor: number | null;
  /** Of goodwill alone, within the day's whole. */
  readonly goodwillPerDayMinor: number | null;
  /** How many business days a second person has to answer. */
  readonly approvalBusinessDays: number;
}

type InUnits = readonly [perRefund: number | null, perDay: number | null, goodwill: number | null];

/** In whole units of a currency, until an administrator sets others for it. */
const untilSet: Readonly<Record<LimitRole, InUnits>> = {
  AGENT: [500, 5_000, 500],
  LEAD: [5_000, 50_000, 5_000],
  ADMIN: [50_000, 250_000, 50_000],
  OWNER: [2_000, 10_000, 2_000],
  STAFF: [200, 1_000, 200],
  KEY: [200, 1_000, 200],
};

const businessDaysUntilSet = 1;

/** What bounds a role in a currency for which nobody has set anything. */
export function limitUntilSet(role: LimitRole, currency: string): LimitSetting {
  const factor = 10 ** currencyExponent(currency);
  const minor = (units: number | null) => (units === null ? null : units * factor);
  const [perRefund, perDay, goodwill] = untilSet[role];
  return {
    perRefundMinor: minor(perRefund),
    perDayMinor: minor(perDay),
    goodwillPerDayMinor: minor(goodwill),
    approvalBusinessDays: businessDaysUntilSet,
  };
}

/** The parts of a limit that allow more than another does: what a shop may not give its key. */
export function looserThan(given: LimitSetting, bound: LimitSetting): string[] {
  const above = (a: number | null, b: number | null) => b !== null && (a === null || a > b);
  return [
    ...(above(given.perRefundMinor, bound.perRefundMinor) ? ["perRefundMinor"] : []),
    ...(above(given.perDayMinor, bound.perDayMinor) ? ["perDayMinor"] : []),
    ...(above(given.goodwillPerDayMinor, bound.goodwillPerDayMinor) ? ["goodwillPerDayMinor"] : []),
  ];
}
