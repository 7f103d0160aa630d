import { hash, verify } from "@node-rs/argon2";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { AgentEntity } from "#modules/identity/exports/agent.entity.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { SessionEntity } from "#modules/identity/exports/session.entity.js";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { systemClock } from "#platform/clock/system-clock.js";
import type { RequestContext } from "#platform/graphql/context.js";
import type { AppName } from "#platform/identity/caller.js";
import { hashSecret, newSecret } from "#platform/identity/tokens.js";
import { newId } from "#platform/ids.js";

const sessionDays = 30;
/** Compared against when nobody has the e-mail, so that the time taken tells nothing. */
const nobody = hash("nobody has this password");

const perEmail = new RateLimiterMemory({ points: 10, duration: 60 });
const perAddress = new RateLimiterMemory({ points: 100, duration: 60 });

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
  const waitMs = await throttledFor(address, context.remoteAddress);
  const now = systemClock.now();
  if (waitMs > 0) return { kind: "THROTTLED", retryAt: new Date(now.getTime() + waitMs) };

  const { manager } = context.platform.database;
  const person = await manager.findOneBy(PersonEntity, { email: address });
  const matches = await verify(person?.passwordHash ?? (await nobody), password);
  if (!person || !matches || !(await hasPart(context, app, person.id))) return { kind: "REFUSED" };

  const token = newSecret("mgs");
  const expiresAt = new Date(now.getTime() + sessionDays * 86_400_000);
  await manager.insert(SessionEntity, {
    id: newId("session"),
    personId: person.id,
    app,
    tokenHash: hashSecret(token),
    createdAt: now,
    expiresAt,
    endedAt: null,
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

async function throttledFor(email: string, remoteAddress: string): Promise<number> {
  try {
    await perEmail.consume(`${remoteAddress} ${email}`);
    await perAddress.consume(remoteAddress);
    return 0;
  } catch (limited) {
    return (limited as { msBeforeNext?: number }).msBeforeNext ?? 60_000;
  }
}
