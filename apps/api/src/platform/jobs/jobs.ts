import type { EntityManager } from "typeorm";
import type { Platform } from "#platform/platform.js";

/** A task by name; payloads are ids only, the rows are the truth. */
export type Task = (platform: Platform, payload: Record<string, string>) => Promise<void>;

/**
 * Enqueues a job in the caller's transaction: it runs if and only if that commits.
 * The same key replaces a waiting job of that key.
 */
export async function enqueue(
  manager: EntityManager,
  task: string,
  payload: Record<string, string>,
  { key, runAt }: { key?: string; runAt?: Date } = {},
): Promise<void> {
  await manager.query(
    `SELECT graphile_worker.add_job($1, payload := $2::json, job_key := $3, run_at := $4,
       max_attempts := 25)`,
    [task, JSON.stringify(payload), key ?? null, runAt ?? null],
  );
}
