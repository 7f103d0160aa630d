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

/** Where nobody has set a limit for a currency: nothing is given alone in it, by anybody. */
export const nothingSet: LimitSetting = {
  perRefundMinor: 0,
  perDayMinor: 0,
  goodwillPerDayMinor: 0,
  approvalBusinessDays: 1,
};

/** The parts of a limit that allow more than another does: what a shop may not give its key. */
export function looserThan(given: LimitSetting, bound: LimitSetting): string[] {
  const above = (a: number | null, b: number | null) => b !== null && (a === null || a > b);
  return [
    ...(above(given.perRefundMinor, bound.perRefundMinor) ? ["perRefundMinor"] : []),
    ...(above(given.perDayMinor, bound.perDayMinor) ? ["perDayMinor"] : []),
    ...(above(given.goodwillPerDayMinor, bound.goodwillPerDayMinor) ? ["goodwillPerDayMinor"] : []),
  ];
}
