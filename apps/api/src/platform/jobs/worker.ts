import { EventEmitter } from "node:events";
import {
  type CronItem,
  Logger,
  makeWorkerUtils,
  parseCronItems,
  run,
  runMigrations,
  type WorkerEvents,
} from "graphile-worker";
import { Pool } from "pg";
import { sweepDeadlines } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";
import { keepRunning } from "./keep-running.js";
import { WorkerNames } from "./worker-names.js";

const sweepMs = 1_000;

/** Brings graphile-worker's own tables up to date. */
export function migrateJobs(databaseUrl: string): Promise<void> {
  return runMigrations({ connectionString: databaseUrl });
}

/**
 * Runs the tasks in this process, again where a database that was away ended the workers. Their
 * pool's name is an advisory lock held for as long as they live, so that jobs of a killed process
 * are freed within seconds instead of after four hours.
 */
export async function startWorker(
  platform: Platform,
  tasks: Record<string, Task>,
  /** What runs again and again by real time: tasks by crontab's five fields. */
  repeated: readonly CronItem[],
): Promise<{ stop(): Promise<void> }> {
  const { log } = platform;
  const names = new WorkerNames(platform.config.databaseUrl, log);
  await names.connect();
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) => names.hold(workerPool.id));

  const pool = new Pool({ connectionString: platform.config.databaseUrl, max: 6 });
  pool.on("connect", (client) => client.on("error", () => undefined));
  pool.on("error", (error) => log.warn({ err: error }, "a worker connection broke"));
  const utils = await makeWorkerUtils({ pgPool: pool, logger: quietLogger });
  const freeDeadJobs = async () => {
    const { rows } = await pool.query<{ worker: string }>(
      `SELECT DISTINCT locked_by AS worker FROM graphile_worker.jobs j
       WHERE locked_by IS NOT NULL AND locked_at < now() - interval '2 seconds' AND NOT EXISTS (
         SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND granted
           AND ((classid::bigint << 32) | objid::bigint) = hashtextextended(j.locked_by, 0))`,
    );
    if (rows.length > 0) await utils.forceUnlockWorkers(rows.map((row) => row.worker));
  };
  await freeDeadJobs();

  const runAll = () =>
    run({
      pgPool: pool,
      concurrency: 4,
      pollInterval: 1_000,
      parsedCronItems: parseCronItems([...repeated]),
      noHandleSignals: true,
      // In batches, since only there an outcome that can't be stored ends the workers, not the process.
      preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
      logger: quietLogger,
      events,
      taskList: Object.fromEntries(
        Object.entries(tasks).map(([task, perform]) => [
          task,
          async (payload: unknown) => {
            try {
              await perform(platform, payload as Record<string, string>);
            } catch (error) {
              platform.log.warn({ err: error, task }, "a job failed and will be tried again");
              throw error;
            }
          },
        ]),
      ),
    });
  const workers = await keepRunning(events, runAll, () => names.forget());

  let stopped = false;
  let sweeping: Promise<unknown> = Promise.resolve();
  const sweep = setInterval(() => {
    sweeping = sweeping.then(async () => {
      if (stopped) return;
      try {
        await freeDeadJobs();
        await sweepDeadlines(platform);
      } catch (error) {
        platform.log.warn({ err: error }, "deadlines could not be swept");
      }
    });
  }, sweepMs);

  return {
    async stop() {
      if (stopped) return;
      stopped = true;
      clearInterval(sweep);
      await sweeping;
      await workers.stop();
      await utils.release();
      await pool.end();
      await names.close();
    },
  };
}

const quietLogger = new Logger(() => () => undefined);
