import { driftMachine } from "@makegood/domain/reconciliation/drift-machine";
import type { EntityManager } from "typeorm";
import { done, type Outcome } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { DriftItemEntity } from "./exports/drift-item.entity.js";
import { lockDrift } from "./lock-drift.js";
import { tellLead } from "./tell-lead.js";

/** The deadline by which somebody should have settled a difference. */
export const driftDue = "drift.due";

/** Nobody settled it in time: a lead has it from now on, and is told so, once. */
export async function escalateDrift(
  { manager, now }: UnitOfWork,
  driftItemId: string,
  publicUrl: string,
): Promise<Outcome<Record<string, unknown>>> {
  const item = await lockDrift(manager, driftItemId);
  if (!item || item.escalatedAt || refuseTransition(driftMachine, item.status, "heal")) {
    return done({});
  }
  const assigneeId = (await idleLead(manager, item)) ?? item.assigneeId;
  await manager.update(DriftItemEntity, { id: item.id }, { assigneeId, escalatedAt: now });
  if (assigneeId) await tellLead(manager, item, assigneeId, { publicUrl, at: now });
  return done({});
}

/** The lead with the fewest differences on their hands, who may have it already; then an admin. */
async function idleLead(
  manager: EntityManager,
  { assigneeId }: DriftItemEntity,
): Promise<string | null> {
  const [row]: { person_id: string }[] = await manager.query(
    `SELECT a.person_id FROM agents a WHERE a.role IN ('LEAD', 'ADMIN')
     ORDER BY a.person_id IS DISTINCT FROM $1, a.role = 'ADMIN',
       (SELECT count(*) FROM drift_items d WHERE d.assignee_id = a.person_id
         AND d.status IN ('OPEN', 'ACCEPTANCE_PROPOSED')), a.id LIMIT 1`,
    [assigneeId],
  );
  return row?.person_id ?? null;
}
