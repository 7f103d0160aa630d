import type { PolicyVersion } from "@makegood/domain/policy/policy";
import type { EntityManager } from "typeorm";
import { PolicyVersionEntity } from "./policy-version.entity.js";

const mostKept = 1_000;
/** Versions are append-only in the database, so that one that was read once stays true. */
const kept = new Map<string, PolicyVersion>();

/** The version an order was bought under. */
export async function policyOf(
  manager: EntityManager,
  { policyVersionId: id }: { policyVersionId: string },
): Promise<PolicyVersion> {
  const known = kept.get(id);
  if (known) return known;
  const version = await manager.findOneByOrFail(PolicyVersionEntity, { id });
  const [oldest] = kept.keys();
  if (kept.size >= mostKept && oldest) kept.delete(oldest);
  kept.set(id, version);
  return version;
}
