import { hash } from "@node-rs/argon2";
import { IsNull, MoreThan } from "typeorm";
import { ShopMemberEntity } from "#modules/shop/exports/shop-member.entity.js";
import { writeAudit } from "#platform/commands/audit.js";
import { hashSecret, newSecret } from "#platform/identity/tokens.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { AccountClaimEntity } from "./account-claim.entity.js";
import { PersonEntity } from "./person.entity.js";

const hoursToClaim = 24;
/** What a password has to be: long enough that nobody guesses it, short enough to be hashed. */
export const passwordLength = { least: 12, most: 200 } as const;

/**
 * Makes the one-time link by which a person who was imported takes their account over; links made
 * before are worth nothing any more. Null for who has a password, or whose whole id is not known.
 */
export async function makeClaimLink(platform: Platform, personId: string): Promise<string | null> {
  const { database, clock, config } = platform;
  const now = clock.now();
  return database.transaction(async (manager) => {
    const person = await manager.findOne(PersonEntity, {
      where: { id: personId },
      lock: { mode: "pessimistic_write" },
    });
    if (!person || person.externalId === null || person.passwordHash !== null) return null;
    const token = newSecret("mgc");
    await manager.delete(AccountClaimEntity, { personId, usedAt: IsNull() });
    await manager.insert(AccountClaimEntity, {
      id: newId("accountClaim"),
      personId,
      tokenHash: hashSecret(token),
      createdAt: now,
      expiresAt: new Date(now.getTime() + hoursToClaim * 3_600_000),
      usedAt: null,
    });
    return `${config.publicUrl}/claim?token=${token}`;
  });
}

/** Whose account a link opens; null for one that was used, has expired or never was. */
export async function claimable(platform: Platform, token: string): Promise<PersonEntity | null> {
  const { database, clock } = platform;
  const claim = await database.manager.findOneBy(AccountClaimEntity, {
    tokenHash: hashSecret(token),
    usedAt: IsNull(),
    expiresAt: MoreThan(clock.now()),
  });
  if (!claim) return null;
  return database.manager.findOneBy(PersonEntity, { id: claim.personId, passwordHash: IsNull() });
}

export interface Claimed {
  email: string;
  /** Where they sign in. */
  app: "buyer" | "seller";
}

/** Gives the account the password that its person chose. Once: null when the link is worth nothing. */
export async function claimAccount(
  platform: Platform,
  token: string,
  password: string,
): Promise<Claimed | null> {
  const person = await claimable(platform, token);
  if (!person) return null;
  const passwordHash = await hash(password);
  const now = platform.clock.now();
  return platform.database.transaction(async (manager) => {
    const { affected } = await manager.update(
      AccountClaimEntity,
      { tokenHash: hashSecret(token), usedAt: IsNull(), expiresAt: MoreThan(now) },
      { usedAt: now },
    );
    if (affected !== 1) return null;
    await manager.update(PersonEntity, { id: person.id }, { passwordHash });
    const isSeller = await manager.existsBy(ShopMemberEntity, { personId: person.id });
    const app = isSeller ? "seller" : "buyer";
    await writeAudit(
      manager,
      {
        name: "claimAccount",
        actor: { kind: isSeller ? "SELLER" : "BUYER", id: person.id },
        idempotencyKey: null,
        input: {},
      },
      "done",
      now,
    );
    return { email: person.email, app };
  });
}
