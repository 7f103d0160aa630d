import { hash, verify } from "@node-rs/argon2";
import { AgentEntity } from "#modules/identity/exports/agent.entity.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { SessionEntity } from "#modules/identity/exports/session.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { systemClock } from "#platform/clock/system-clock.js";
import type { RequestContext } from "#platform/graphql/context.js";
import type { AppName } from "#platform/identity/caller.js";
import { hashSecret, newSecret } from "#platform/identity/tokens.js";
import { newId } from "#platform/ids.js";
import { Turns } from "#platform/limits/turns.js";
import { sessionLife } from "./session-life.js";
import { trySignIn } from "./sign-in-throttle.js";

/** Compared against when nobody has the e-mail, so that the time taken tells nothing. */
const nobody = hash("nobody has this password");

/**
 * A password's hash is slow on purpose. Two at once leave the process's other threads to others, and
 * who finds a long queue comes back: else asking for hashes would be an attack by itself.
 */
const hashing = new Turns(2, 40);
const queueFullMs = 2_000;
/** Longer ones nobody has; their hash would cost the more. */
const longest = { email: 320, password: 1_024 };

export type SignInOutcome =
  | { kind: "SIGNED_IN"; token: string }
  | { kind: "REFUSED" }
  | { kind: "THROTTLED"; retryAt: Date };

/** Starts a session in the app for who knows the password and has a part in that app. */
export async function signIn(
  context: RequestContext,
  app: AppName,
  email: string,
  password: string,
): Promise<SignInOutcome> {
  const address = email.trim().toLowerCase();
  const now = systemClock.now();
  const throttled = (waitMs: number): SignInOutcome => ({
    kind: "THROTTLED",
    retryAt: new Date(now.getTime() + waitMs),
  });
  if (address.length > longest.email || password.length > longest.password) {
    return { kind: "REFUSED" };
  }
  const attempt = await trySignIn(context.platform, address, context.remoteAddress);
  if (typeof attempt === "number") return throttled(attempt);
  const { manager } = context.platform.database;
  const person = await manager.findOneBy(PersonEntity, { email: address });
  const leave = await hashing.enter();
  if (!leave) return throttled(queueFullMs);
  const matches = await verify(person?.passwordHash ?? (await nobody), password).finally(leave);
  if (!person || !matches || !(await hasPart(context, app, person.id))) return { kind: "REFUSED" };
  await attempt.succeeded();

  const token = newSecret("mgs");
  const expiresAt = new Date(now.getTime() + sessionLife[app].lifeHours * 3_600_000);
  await manager.insert(SessionEntity, {
    id: newId("session"),
    personId: person.id,
    app,
    tokenHash: hashSecret(token),
    createdAt: now,
    expiresAt,
    endedAt: null,
    lastUsedAt: now,
    device: context.userAgent?.slice(0, 300) ?? null,
  });
  context.setSessionCookie(app, token, expiresAt);
  return { kind: "SIGNED_IN", token };
}

/** Ends the session; its subscriptions end with it. */
export async function signOut(context: RequestContext): Promise<void> {
  const { caller, platform, app } = context;
  if (app) context.setSessionCookie(app, null, null);
  if (!("sessionId" in caller)) return;
  await platform.database.manager.update(
    SessionEntity,
    { id: caller.sessionId },
    { endedAt: systemClock.now() },
  );
  await platform.wakeUps.announce([caller.sessionId]);
}

async function hasPart(context: RequestContext, app: AppName, personId: string): Promise<boolean> {
  const { manager } = context.platform.database;
  if (app === "seller") return manager.existsBy(ShopMemberEntity, { personId });
  if (app === "support") return manager.existsBy(AgentEntity, { personId });
  return true;
}
