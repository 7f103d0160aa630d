import type { EntityManager } from "typeorm";
import { enqueue } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";

/**
 * Sets, or moves, the time at which `kind` happens to its subject by itself. The kind names the task.
 * With `binds`, silence until then decides something of that order: whoever answers later finds it
 * carried out, however late the worker is. Its task must not call anybody over the network.
 */
export async function setDeadline(
  manager: EntityManager,
  kind: string,
  subjectId: string,
  dueAt: Date,
  { binds = null }: { binds?: string | null } = {},
): Promise<void> {
  await manager.query(
    `INSERT INTO deadlines (kind, subject_id, due_at, order_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT (kind, subject_id) DO UPDATE
       SET due_at = EXCLUDED.due_at, done_at = NULL, order_id = EXCLUDED.order_id`,
    [kind, subjectId, dueAt, binds],
  );
}

/** It was settled before its time. */
export async function settleDeadline(
  manager: EntityManager,
  kind: string,
  subjectId: string,
  now: Date,
): Promise<void> {
  await manager.query(
    "UPDATE deadlines SET done_at = $3 WHERE kind = $1 AND subject_id = $2 AND done_at IS NULL",
    [kind, subjectId, now],
  );
}

/** Turns what is due by the clock into jobs, each once. Returns how many. */
export function sweepDeadlines(platform: Platform): Promise<number> {
  return platform.database.transaction(async (manager) => {
    const [due] = (await manager.query(
      `UPDATE deadlines SET done_at = $1 WHERE (kind, subject_id) IN (
         SELECT kind, subject_id FROM deadlines WHERE done_at IS NULL AND due_at <= $1
         ORDER BY due_at LIMIT 200 FOR UPDATE SKIP LOCKED
       ) RETURNING kind, subject_id, due_at`,
      [platform.clock.now()],
    )) as [{ kind: string; subject_id: string; due_at: Date }[], number];
    const inOrder = due.sort((a, b) => a.due_at.getTime() - b.due_at.getTime());
    for (const { kind, subject_id: id, due_at } of inOrder) {
      const dueAt = due_at.toISOString();
      await enqueue(manager, kind, { id, dueAt }, { key: `${kind}:${id}` });
    }
    return due.length;
  });
}

/** When the deadline behind a task's payload fell due: what it does is dated then, however late it runs. */
export const dueAtOf = ({ dueAt }: Record<string, string>): Date | undefined =>
  dueAt ? new Date(dueAt) : undefined;
