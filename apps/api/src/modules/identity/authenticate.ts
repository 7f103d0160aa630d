import { MoreThan } from "typeorm";
import { AgentEntity } from "#modules/identity/exports/agent.entity.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { SessionEntity } from "#modules/identity/exports/session.entity.js";
import { IntegrationKeyEntity } from "#modules/integration/exports/integration-key.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { systemClock } from "#platform/clock/system-clock.js";
import type { AppName, Caller, ShopRole } from "#platform/identity/caller.js";
import { hashSecret } from "#platform/identity/tokens.js";
import type { Platform } from "#platform/platform.js";

export interface Credentials {
  app: AppName | null;
  sessionToken: string | null;
  /** The Authorization header, or the same as a socket's parameter. */
  authorization: string | null;
  /** What the reader prefers where no account says otherwise. */
  locale: "en" | "pt-BR";
}

/** Who is asking. Wrong or ended credentials are those of a stranger, not an error. */
export async function authenticate(platform: Platform, given: Credentials): Promise<Caller> {
  const anonymous: Caller = { kind: "ANONYMOUS", locale: given.locale };
  const key = /^Bearer (mgk_[\w-]+)$/.exec(given.authorization ?? "")?.[1];
  if (key) return (await callerWithKey(platform, key, given.locale)) ?? anonymous;
  if (given.app === null || given.sessionToken === null) return anonymous;
  return (await callerWithSession(platform, given.app, given.sessionToken)) ?? anonymous;
}

async function callerWithKey(
  platform: Platform,
  secret: string,
  locale: "en" | "pt-BR",
): Promise<Caller | null> {
  const key = await platform.database
    .getRepository(IntegrationKeyEntity)
    .findOneBy({ secretHash: hashSecret(secret) });
  if (!key || key.revokedAt) return null;
  await platform.database.query(
    `UPDATE integration_keys SET last_used_at = $2
     WHERE id = $1 AND (last_used_at IS NULL OR last_used_at < $2::timestamptz - interval '1 minute')`,
    [key.id, systemClock.now()],
  );
  return {
    kind: "INTEGRATION",
    keyId: key.id,
    shopId: key.shopId,
    scopes: new Set(key.scopes),
    locale,
  };
}

async function callerWithSession(
  platform: Platform,
  app: AppName,
  token: string,
): Promise<Caller | null> {
  const { manager } = platform.database;
  const session = await manager.findOneBy(SessionEntity, {
    tokenHash: hashSecret(token),
    app,
    expiresAt: MoreThan(systemClock.now()),
  });
  if (!session || session.endedAt) return null;
  const { personId, id: sessionId } = session;
  const person = await manager.findOneByOrFail(PersonEntity, { id: personId });
  const { locale } = person;
  if (app === "buyer") return { kind: "BUYER", personId, sessionId, locale };
  if (app === "seller") {
    const shops = await shopsOf(platform, personId);
    return shops.size > 0 ? { kind: "SELLER", personId, sessionId, shops, locale } : null;
  }
  const agent = await manager.findOneBy(AgentEntity, { personId });
  return agent ? { kind: "AGENT", personId, sessionId, role: agent.role, locale } : null;
}

async function shopsOf(
  platform: Platform,
  personId: string,
): Promise<ReadonlyMap<string, ShopRole>> {
  const members = await platform.database.manager.findBy(ShopMemberEntity, { personId });
  return new Map(members.map(({ shopId, role }) => [shopId, role]));
}
