import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { EntityManager } from "typeorm";
import type { Caller } from "#platform/identity/caller.js";
import type { CaseEntity } from "./exports/case.entity.js";

/**
 * The refusal of whoever acts on a case by what they saw of it, when something has happened in it
 * since. What agents say among themselves is nothing to a buyer, so it doesn't count for them. Null
 * where nothing did, or where the caller doesn't say what they saw. Asked under the order's lock.
 */
export async function refuseIfCaseChanged(
  manager: EntityManager,
  caller: Caller,
  { id: caseId, orderId }: CaseEntity,
  expectedVersion: number | null,
): Promise<Refusal | null> {
  if (expectedVersion === null) return null;
  const [{ version }]: [{ version: number }] = await manager.query(
    `SELECT COALESCE(MAX(seq), 0) AS version FROM timeline_events
     WHERE order_id = $1 AND case_id = $2 AND seq > $3
       AND ($4 OR kind IN ('case.message', 'case.resolved', 'case.reopened', 'case.closed'))`,
    [orderId, caseId, expectedVersion, caller.kind === "AGENT"],
  );
  if (version === 0) return null;
  return { kind: "VersionConflict", caseId, orderId, expectedVersion, version };
}
