import { isNotified } from "@makegood/domain/notification/notified-events";
import { bearsOnPromise } from "@makegood/domain/promise/promised-events";
import type { EntityManager } from "typeorm";
import { type EventRow, promisesTask, recordedTask } from "#platform/events/event-row.js";
import { wakeAfterCommit } from "#platform/events/wake-after-commit.js";
import type { JobRow } from "#platform/jobs/job-row.js";

/** What a command only appends: told and queued at its end, when all it decided is written. */
interface Appends {
  events: EventRow[];
  jobs: JobRow[];
}

const collected = new WeakMap<EntityManager, Appends>();

/** From here on, what this transaction appends is kept for `writeAppends`. */
export function collectAppends(manager: EntityManager): void {
  collected.set(manager, { events: [], jobs: [] });
}

/** Appends these, now or (within a command) at the end of its transaction. */
export async function append(manager: EntityManager, given: Partial<Appends>): Promise<void> {
  const events = given.events ?? [];
  const jobs = given.jobs ?? [];
  const waiting = collected.get(manager);
  if (!waiting) {
    await write(manager, { events, jobs });
    return;
  }
  waiting.events.push(...events);
  // A job's key stands for one waiting job: the last one said is the one meant.
  waiting.jobs = waiting.jobs.filter(({ key }) => !jobs.some((job) => key && job.key === key));
  waiting.jobs.push(...jobs);
}

/** Writes what a command collected, in one statement. */
export async function writeAppends(manager: EntityManager): Promise<void> {
  const waiting = collected.get(manager);
  collected.delete(manager);
  if (waiting && waiting.events.length + waiting.jobs.length > 0) await write(manager, waiting);
}

/**
 * The database numbers the events; those that people are told of are queued with their number, and
 * the order's promises once, where something bears on them.
 */
async function write(manager: EntityManager, { events, jobs }: Appends): Promise<void> {
  const rows: { topics: string | null }[] = await manager.query(
    `WITH told AS (
       INSERT INTO timeline_events (order_id, at, kind, actor_kind, actor_id, actor_name, reason,
         cancellation_id, refund_id, case_id, message_id, return_id, data)
       SELECT e."orderId", e.at, e.kind, e."actorKind", e."actorId", e."actorName", e.reason,
         e."cancellationId", e."refundId", e."caseId", e."messageId", e."returnId", e.data
       FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS ("orderId" text, at timestamptz, kind text,
         "actorKind" text, "actorId" text, "actorName" text, reason text, "cancellationId" text,
         "refundId" text, "caseId" text, "messageId" text, "returnId" text, data jsonb))
         WITH ORDINALITY AS e
       ORDER BY e.ordinality
       RETURNING order_id, shop_id, seq, kind
     ), jobs AS (
       SELECT $3 AS task, json_build_object('orderId', order_id, 'seq', seq::text) AS payload,
         NULL::text AS key, NULL::timestamptz AS run_at
       FROM told WHERE kind = ANY($4)
       UNION ALL
       SELECT $5, json_build_object('orderId', order_id), $5 || ':' || order_id, NULL::timestamptz
       FROM told WHERE kind = ANY($6) GROUP BY order_id
       UNION ALL
       SELECT j.task, j.payload, j.key, j."runAt" FROM jsonb_to_recordset($2::jsonb)
         AS j(task text, payload json, key text, "runAt" timestamptz)
     )
     SELECT graphile_worker.add_job(task, payload := payload, job_key := key, run_at := run_at,
       max_attempts := 25)::text AS queued, NULL AS topics FROM jobs
     UNION ALL SELECT NULL, order_id || ' ' || shop_id FROM told`,
    [
      JSON.stringify(events),
      JSON.stringify(jobs),
      recordedTask,
      [...new Set(events.map(({ kind }) => kind).filter(isNotified))],
      promisesTask,
      [...new Set(events.map(({ kind }) => kind).filter(bearsOnPromise))],
    ],
  );
  wakeAfterCommit(
    manager,
    rows.flatMap(({ topics }) => topics?.split(" ") ?? []),
  );
}
