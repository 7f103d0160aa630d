import type { Localized } from "@makegood/domain/text/locale";
import { IsNull } from "typeorm";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KeyScope } from "#platform/identity/caller.js";
import { IntegrationKeyEntity } from "./exports/integration-key.entity.js";

/** What a key of the marketplace may be given: to read orders, and to ask for their buyers. */
export const marketplaceScopes: readonly KeyScope[] = [
  "ORDERS_READ",
  "PHOTOS_READ",
  "CANCELLATIONS_WRITE",
  "RETURNS_WRITE",
];

/** What approving a key means, for the second administrator. */
export const keySummary = (name: string, scopes: readonly string[]): Localized<string> => ({
  en: `Let “${name}” reach the orders of all shops with ${scopes.join(", ")}. What it asks for, it asks in the name of buyers.`,
  "pt-BR": `Deixar “${name}” acessar os pedidos de todas as lojas com ${scopes.join(", ")}. O que pede, pede em nome dos compradores.`,
});

/** The second administrator agrees: the key works from here on. */
export async function approveKey(
  { manager, actor }: UnitOfWork,
  { keyId }: { keyId: string },
): Promise<Outcome<{ keyId: string }>> {
  const open = { id: keyId, revokedAt: IsNull(), approvedById: IsNull() };
  const { affected } = await manager.update(IntegrationKeyEntity, open, { approvedById: actor.id });
  return affected === 1 ? done({ keyId }) : refuse({ kind: "NotFound", what: "key" });
}
