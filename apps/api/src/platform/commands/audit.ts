import type { EntityManager } from "typeorm";
import type { Actor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";

interface Audited {
  name: string;
  actor: Actor;
  idempotencyKey: string | null;
  orderId?: string | null;
  input: Record<string, unknown>;
}

/**
 * One row for each command that was done or refused; with it, in the same statement, the answer to
 * what was done, under its idempotency key.
 */
export async function writeAudit(
  manager: EntityManager,
  command: Audited,
  outcome: string,
  at: Date,
  answer: Record<string, unknown> | null = null,
): Promise<void> {
  await manager.query(
    `WITH answered AS (
       UPDATE idempotency_keys SET answer = $1 WHERE $1::jsonb IS NOT NULL AND caller_id = $2 AND key = $3
     )
     INSERT INTO audit_rows (id, at, actor_kind, actor_id, command, order_id, outcome, input)
     VALUES ($4, $5, $6, $2, $7, $8, $9, $10)`,
    [
      answer && JSON.stringify(answer),
      command.actor.id,
      command.idempotencyKey,
      newId("auditRow"),
      at,
      command.actor.kind,
      command.name,
      command.orderId ?? null,
      outcome,
      JSON.stringify(command.input),
    ],
  );
}
