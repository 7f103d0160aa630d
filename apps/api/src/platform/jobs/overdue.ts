import type { EntityManager } from "typeorm";
import type { Platform } from "#platform/platform.js";

/** A deadline that has passed and that nobody has carried out yet. */
interface PassedDeadline {
  kind: string;
  id: string;
  /** ISO 8601. */
  dueAt: string;
}

/** What a command on an order finds to be done before its own work; ends its transaction. */
export class Overdue extends Error {
  constructor(readonly passed: readonly PassedDeadline[]) {
    super("deadlines of this order have passed and come first");
  }
}

interface Watch {
  now: Date;
  carriedOut: ReadonlySet<string>;
}

const watched = new WeakMap<EntityManager, Watch>();

const nameOf = ({ kind, id, dueAt }: PassedDeadline) => `${kind} ${id} ${dueAt}`;

/** From here on, an order that this transaction locks must have no deadline that passed before `now`. */
export function watchForOverdue(manager: EntityManager, watch: Watch): void {
  watched.set(manager, watch);
}

/**
 * SQL for what has passed of the order in `alias`, a JSON list or null. Also what the sweep has made
 * a job that no worker has done yet.
 */
export const passedDeadlines = (alias: string): string => `(
  SELECT json_agg(json_build_object('kind', d.kind, 'id', d.subject_id, 'dueAt', d.due_at) ORDER BY d.due_at)
  FROM deadlines d WHERE d.order_id = ${alias}.id AND d.due_at <= :passedBy AND (d.done_at IS NULL
    OR EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = d.kind || ':' || d.subject_id)))`;

/** The instant that deadlines are held against in this transaction; null where they are not. */
export const passedBy = (manager: EntityManager): Date | null => watched.get(manager)?.now ?? null;

/** Throws what of these has not been carried out for this command yet. */
export function throwOverdue(
  manager: EntityManager,
  passed: readonly PassedDeadline[] | null | undefined,
): void {
  const { carriedOut } = watched.get(manager) ?? {};
  const left = (passed ?? []).filter((deadline) => !carriedOut?.has(nameOf(deadline)));
  if (left.length > 0) throw new Overdue(left);
}

/** Carries out the first of them, dated when it fell due. Returns its name, so that it isn't tried again. */
export async function carryOutFirst(platform: Platform, { passed }: Overdue): Promise<string> {
  const [first] = passed;
  if (!first) throw new Error("nothing is overdue");
  const { kind, id } = first;
  const dueAt = new Date(first.dueAt);
  const task = platform.tasks[kind];
  if (!task) throw new Error(`no task is named ${kind}`);
  await task(platform, { id, dueAt: dueAt.toISOString() });
  await platform.database.query(
    `UPDATE deadlines SET done_at = $4
     WHERE kind = $1 AND subject_id = $2 AND due_at = $3 AND done_at IS NULL`,
    [kind, id, dueAt, platform.clock.now()],
  );
  return nameOf(first);
}
