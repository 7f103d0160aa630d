import { systemClock } from "#platform/clock/system-clock.js";
import type { AgentRole, Caller } from "#platform/identity/caller.js";
import { callerShopIds } from "#platform/identity/caller.js";
import type { Platform } from "#platform/platform.js";
import { holds } from "./session-life.js";

/** What a session or key entitles to at this moment; there is none once it has ended. */
interface Standing {
  role: AgentRole | null;
  shopIds: string[];
}

/**
 * Whether a caller may still do what they could when they came: their session or key holds, and no
 * right behind it was taken away. However many subscribers ask at one moment, it is one statement.
 */
export async function stillStands(platform: Platform, caller: Caller): Promise<boolean> {
  if (caller.kind === "ANONYMOUS") return true;
  const byKey = "keyId" in caller;
  const id = byKey ? caller.keyId : caller.sessionId;
  const standings = byKey
    ? await platform.gatherer.read("standing of keys", [id], (ids) => ofKeys(platform, ids))
    : await platform.gatherer.read("standing of sessions", [id], (ids) =>
        ofSessions(platform, ids),
      );
  const standing = standings.get(id);
  if (!standing) return false;
  if (caller.kind === "AGENT") return standing.role === caller.role;
  return callerShopIds(caller).every((shopId) => standing.shopIds.includes(shopId));
}

async function ofSessions(platform: Platform, ids: string[]): Promise<Map<string, Standing>> {
  const rows: { id: string; role: AgentRole | null; shop_ids: string[] }[] =
    await platform.database.query(
      `SELECT s.id, a.role,
         ARRAY(SELECT m.shop_id FROM shop_members m WHERE m.person_id = s.person_id) AS shop_ids
       FROM sessions s LEFT JOIN agents a ON a.person_id = s.person_id
       WHERE s.id = ANY($1) AND ${holds("$2")}`,
      [ids, systemClock.now()],
    );
  return new Map(rows.map(({ id, role, shop_ids: shopIds }) => [id, { role, shopIds }]));
}

async function ofKeys(platform: Platform, ids: string[]): Promise<Map<string, Standing>> {
  const rows: { id: string; shop_id: string | null }[] = await platform.database.query(
    `SELECT id, shop_id FROM integration_keys
     WHERE id = ANY($1) AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)`,
    [ids, systemClock.now()],
  );
  return new Map(
    rows.map(({ id, shop_id }) => [id, { role: null, shopIds: shop_id ? [shop_id] : [] }]),
  );
}
