import type { Locale } from "@makegood/domain/text/locale";
import { IntegrationKeyEntity } from "#modules/integration/exports/integration-key.entity.js";
import { systemClock } from "#platform/clock/system-clock.js";
import {
  type AgentRole,
  type AppName,
  type Caller,
  type ShopRole,
  scopesOf,
} from "#platform/identity/caller.js";
import { keyRefused } from "#platform/identity/key-refused.js";
import { hashSecret } from "#platform/identity/tokens.js";
import type { Platform } from "#platform/platform.js";
import { holds } from "./session-life.js";

export interface Credentials {
  app: AppName | null;
  sessionToken: string | null;
  /** The Authorization header, or the same as a socket's parameter. */
  authorization: string | null;
  /** What the reader prefers where no account says otherwise. */
  locale: "en" | "pt-BR";
}

/**
 * Who is asking. A session that has ended leaves a stranger, whom the app asks to sign in; a key that
 * does not hold is refused at once, since a program would not notice that it is taken for nobody.
 */
export async function authenticate(platform: Platform, given: Credentials): Promise<Caller> {
  const anonymous: Caller = { kind: "ANONYMOUS", locale: given.locale };
  if (given.authorization !== null) {
    const key = /^Bearer +(mgk_[\w-]+)$/i.exec(given.authorization.trim())?.[1];
    if (!key) throw keyRefused("MALFORMED");
    return callerWithKey(platform, key, given.locale);
  }
  if (given.app === null || given.sessionToken === null) return anonymous;
  return (await callerWithSession(platform, given.app, given.sessionToken)) ?? anonymous;
}

async function callerWithKey(
  platform: Platform,
  secret: string,
  locale: "en" | "pt-BR",
): Promise<Caller> {
  const key = await platform.database
    .getRepository(IntegrationKeyEntity)
    .findOneBy({ secretHash: hashSecret(secret) });
  if (!key) throw keyRefused("UNKNOWN");
  if (key.revokedAt) throw keyRefused("REVOKED");
  if (key.expiresAt && key.expiresAt <= systemClock.now()) throw keyRefused("EXPIRED");
  if (key.shopId === null && key.approvedById === null) throw keyRefused("NOT_APPROVED");
  await platform.database.query(
    `UPDATE integration_keys SET last_used_at = $2
     WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
    [key.id, systemClock.now()],
  );
  const known = { keyId: key.id, scopes: scopesOf(key.scopes), locale };
  return key.shopId === null
    ? { kind: "MARKETPLACE_INTEGRATION", name: key.name, ...known }
    : { kind: "INTEGRATION", shopId: key.shopId, ...known };
}

/** How often a session's last use is written down: it ends after hours without any. */
const usedEveryMs = 300_000;

interface SessionRow {
  id: string;
  lastUsedAt: Date;
  personId: string;
  locale: Locale;
  agentRole: AgentRole | null;
  shops: Record<string, ShopRole> | null;
}

/** Session, person and what they are to the app, in one statement: it comes before every request. */
async function callerWithSession(
  platform: Platform,
  app: AppName,
  token: string,
): Promise<Caller | null> {
  const [row]: [SessionRow?] = await platform.database.query(
    `SELECT s.id, s.last_used_at AS "lastUsedAt", p.id AS "personId", p.locale, a.role AS "agentRole",
       (SELECT json_object_agg(m.shop_id, m.role) FROM shop_members m
        WHERE m.person_id = p.id) AS shops
     FROM sessions s JOIN people p ON p.id = s.person_id LEFT JOIN agents a ON a.person_id = p.id
     WHERE s.token_hash = $1 AND s.app = $2 AND ${holds("$3")}`,
    [hashSecret(token), app, systemClock.now()],
  );
  if (!row) return null;
  const now = systemClock.now();
  if (now.getTime() - row.lastUsedAt.getTime() > usedEveryMs) {
    await platform.database.query("UPDATE sessions SET last_used_at = $2 WHERE id = $1", [
      row.id,
      now,
    ]);
  }
  const known = { personId: row.personId, sessionId: row.id, locale: row.locale };
  switch (app) {
    case "buyer":
      return { kind: "BUYER", ...known };
    case "seller":
      return row.shops && { kind: "SELLER", ...known, shops: new Map(Object.entries(row.shops)) };
    case "support":
      return row.agentRole && { kind: "AGENT", ...known, role: row.agentRole };
  }
}
