import type { PolicyVersion } from "@makegood/domain/policy/policy";
import type { EntityManager } from "typeorm";
import { PolicyVersionEntity } from "./policy-version.entity.js";

/** The version an order was bought under. */
export function policyOf(
  manager: EntityManager,
  order: { policyVersionId: string },
): Promise<PolicyVersion> {
  return manager.findOneByOrFail(PolicyVersionEntity, { id: order.policyVersionId });
}
