import type { EntityManager } from "typeorm";
import { AuditRowEntity } from "#platform/commands/audit-row.entity.js";
import type { Actor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";

interface Audited {
  name: string;
  actor: Actor;
  orderId?: string | null;
  input: Record<string, unknown>;
}

/** One row for each command that was done or refused. */
export async function writeAudit(
  manager: EntityManager,
  command: Audited,
  outcome: string,
  at: Date,
): Promise<void> {
  await manager.insert(AuditRowEntity, {
    id: newId("auditRow"),
    at,
    actorKind: command.actor.kind,
    actorId: command.actor.id,
    command: command.name,
    orderId: command.orderId ?? null,
    outcome,
    input: command.input as never,
  });
}
