import type { EntityManager } from "typeorm";

/** The lead or admin with the fewest promises on their hands, another one than has it now if possible. */
export async function idleLead(
  manager: EntityManager,
  { assigneeId }: { assigneeId: string | null },
): Promise<string | null> {
  const [row]: { person_id: string }[] = await manager.query(
    `SELECT a.person_id FROM agents a WHERE a.role IN ('LEAD', 'ADMIN')
     ORDER BY a.person_id IS NOT DISTINCT FROM $1, a.role = 'ADMIN',
       (SELECT count(*) FROM service_promises p
         WHERE p.assignee_id = a.person_id AND p.state IN ('AT_RISK', 'BROKEN')), a.id LIMIT 1`,
    [assigneeId],
  );
  return row?.person_id ?? null;
}
