import type { PolicyRules } from "@makegood/domain/policy/policy";
import { floorBreaches } from "@makegood/domain/policy/policy-floor";
import { validatePolicy } from "@makegood/domain/policy/validate-policy";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { newId } from "#platform/ids.js";
import { PolicyVersionEntity } from "./exports/policy-version.entity.js";

/**
 * Publishes a shop's next version under the shop's lock. What was bought before keeps the version it
 * was bought under; a version, once published, never changes.
 */
export async function publishPolicy(
  { manager, now }: UnitOfWork,
  caller: KnownCaller,
  { shopId, rules }: { shopId: string; rules: PolicyRules },
): Promise<Outcome<{ policyVersionId: string }>> {
  if (caller.kind !== "SELLER" || !caller.shops.has(shopId)) {
    return refuse({ kind: "NotFound", what: "shop" });
  }
  if (caller.shops.get(shopId) !== "OWNER") {
    return refuse({ kind: "PersonNotAllowed", needed: "OWNER" });
  }
  const problems = validatePolicy(rules);
  if (problems.length > 0) return refuse({ kind: "PolicyUnusable", problems });
  const breaches = floorBreaches(rules);
  if (breaches.length > 0) return refuse({ kind: "PolicyBelowFloor", breaches });
  await manager.query("SELECT id FROM shops WHERE id = $1 FOR UPDATE", [shopId]);
  const [newest] = await manager.find(PolicyVersionEntity, {
    where: { shopId },
    order: { number: "DESC" },
    take: 1,
  });
  const version: PolicyVersionEntity = {
    id: newId("policyVersion"),
    shopId,
    number: (newest?.number ?? 0) + 1,
    publishedAt: now,
    rules,
  };
  await manager.insert(PolicyVersionEntity, version as never);
  return done({ policyVersionId: version.id }, version);
}
