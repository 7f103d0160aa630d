import bowser from "bowser";
import { systemClock } from "#platform/clock/system-clock.js";
import { writeAudit } from "#platform/commands/audit.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { actorOf } from "#platform/identity/actor.js";
import { SessionEntity } from "./exports/session.entity.js";
import { holds } from "./session-life.js";

/** The sessions of the person who asks, in all apps, the last used first. */
export async function ownSessions({ caller, platform }: RequestContext): Promise<SessionEntity[]> {
  if (!("personId" in caller)) return [];
  return platform.database
    .getRepository(SessionEntity)
    .createQueryBuilder("s")
    .where(`s.person_id = :personId AND ${holds(":now")}`, {
      personId: caller.personId,
      now: systemClock.now(),
    })
    .orderBy("s.lastUsedAt", "DESC")
    .limit(50)
    .getMany();
}

/** Ends one of the caller's own sessions, and what follows over it. Null where it is none of theirs. */
export async function endSession(
  { caller, platform }: RequestContext,
  id: string,
): Promise<SessionEntity | null> {
  if (!("personId" in caller)) return null;
  const ended = await platform.database.transaction(async (manager) => {
    const own = { id, personId: caller.personId };
    const session = await manager.findOneBy(SessionEntity, own);
    if (!session || session.endedAt) return session;
    session.endedAt = systemClock.now();
    await manager.update(SessionEntity, own, { endedAt: session.endedAt });
    const command = { name: "endSession", actor: actorOf(caller), idempotencyKey: null };
    await writeAudit(manager, { ...command, input: { id } }, "done", platform.clock.now());
    return session;
  });
  if (ended) await platform.wakeUps.announce([id]);
  return ended;
}

/** What a browser calls itself, as its owner knows it: "Firefox on Android". */
export function deviceName(userAgent: string | null): string | null {
  if (!userAgent) return null;
  const { browser, os } = bowser.parse(userAgent);
  const names = [browser.name, os.name].filter(Boolean);
  return names.length > 0 ? names.join(" · ") : null;
}
