import type { EntityManager } from "typeorm";

/** Gives a case an owner, or none; what was promised in it, and is still waited for, goes with it. */
export async function assignCaseTo(
  manager: EntityManager,
  caseId: string,
  assigneeId: string | null,
): Promise<void> {
  await manager.query("UPDATE cases SET assignee_id = $2 WHERE id = $1", [caseId, assigneeId]);
  await manager.query(
    `UPDATE service_promises SET assignee_id = $2
     WHERE case_id = $1 AND state IN ('OPEN', 'AT_RISK', 'BROKEN')`,
    [caseId, assigneeId],
  );
}
