import type { AppName } from "#platform/identity/caller.js";

interface SessionLife {
  /** How long it may stay unused. */
  idleHours: number;
  /** After this it ends, however often it was used. */
  lifeHours: number;
}

/** Who handles others' orders and money signs in daily; a buyer's phone may remember them. */
export const sessionLife: Readonly<Record<AppName, SessionLife>> = {
  buyer: { idleHours: 14 * 24, lifeHours: 30 * 24 },
  seller: { idleHours: 24, lifeHours: 7 * 24 },
  support: { idleHours: 24, lifeHours: 7 * 24 },
};

/** Which sessions hold at an instant, as a condition on s, their row, and the instant's parameter. */
export const holds = (now: string): string =>
  `s.ended_at IS NULL AND s.expires_at > ${now} AND s.last_used_at > ${now}::timestamptz - CASE s.app
     ${Object.entries(sessionLife)
       .map(([app, { idleHours }]) => `WHEN '${app}' THEN interval '${idleHours} hours'`)
       .join(" ")} END`;
