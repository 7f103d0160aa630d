import type { EntityManager } from "typeorm";
import { writeAudit } from "#platform/commands/audit.js";
import type { Actor } from "#platform/identity/actor.js";
import type { KeyScope } from "#platform/identity/caller.js";
import { hashSecret, newSecret } from "#platform/identity/tokens.js";
import { newId } from "#platform/ids.js";
import { IntegrationKeyEntity } from "./exports/integration-key.entity.js";

export interface NewKey {
  /** Null for a key of the marketplace. */
  shopId: string | null;
  name: string;
  scopes: readonly KeyScope[];
  expiresAt: Date | null;
}

/** Makes a key; its secret is told this once. */
export async function createKey(
  manager: EntityManager,
  actor: Actor,
  now: Date,
  given: NewKey,
): Promise<{ key: IntegrationKeyEntity; secret: string }> {
  const secret = newSecret("mgk");
  const key: IntegrationKeyEntity = {
    ...given,
    id: newId("integrationKey"),
    scopes: [...new Set(given.scopes)],
    secretHash: hashSecret(secret),
    hint: secret.slice(0, 8),
    createdAt: now,
    createdById: actor.id,
    approvedById: null,
    lastUsedAt: null,
    revokedAt: null,
  };
  await manager.insert(IntegrationKeyEntity, key);
  const { shopId, scopes, expiresAt } = key;
  await writeAudit(
    manager,
    {
      name: shopId === null ? "createMarketplaceKey" : "createIntegrationKey",
      actor,
      idempotencyKey: null,
      input: { keyId: key.id, shopId, scopes, expiresAt },
    },
    "done",
    now,
  );
  return { key, secret };
}
