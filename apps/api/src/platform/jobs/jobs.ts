import type { EntityManager } from "typeorm";
import { append } from "#platform/commands/appends.js";
import type { Platform } from "#platform/platform.js";

/** A task by name; payloads are ids only, the rows are the truth. */
export type Task = (platform: Platform, payload: Record<string, string>) => Promise<void>;

/**
 * Enqueues a job in the caller's transaction: it runs if and only if that commits.
 * The same key replaces a waiting job of that key.
 */
export function enqueue(
  manager: EntityManager,
  task: string,
  payload: Record<string, string>,
  { key, runAt }: { key?: string; runAt?: Date } = {},
): Promise<void> {
  return append(manager, { jobs: [{ task, payload, key: key ?? null, runAt: runAt ?? null }] });
}
