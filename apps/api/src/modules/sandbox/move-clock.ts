import { SandboxClock } from "#platform/clock/sandbox-clock.js";
import { sweepDeadlines } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";

/** Most steps of one move: each is a moment at which something falls due. */
const mostSteps = 2_000;
const patienceMs = 60_000;

/**
 * Moves the sandbox's clock forward, from one moment at which something falls due to the next, and
 * waits at each until it is done: so everything happens in order and at its own time.
 */
export async function moveClock(platform: Platform, toInstant: Date): Promise<{ fellDue: number }> {
  const { clock, database } = platform;
  if (!(clock instanceof SandboxClock)) return { fellDue: 0 };
  // What is queued may set a date that lies on the way.
  let fellDue = await untilQuiet(platform);
  for (let step = 0; step < mostSteps; step++) {
    const [next]: { due_at: Date }[] = await database.query(
      "SELECT due_at FROM deadlines WHERE done_at IS NULL AND due_at <= $1 ORDER BY due_at LIMIT 1",
      [toInstant],
    );
    if (!next) break;
    await clock.moveTo(next.due_at);
    fellDue += await untilQuiet(platform);
  }
  await clock.moveTo(toInstant);
  return { fellDue };
}

/**
 * Until nothing is due and every job that could run has been tried once. Both are asked in one
 * statement: what the worker's own sweep is just turning into jobs is then either still due or queued.
 */
async function untilQuiet(platform: Platform): Promise<number> {
  const { clock, database } = platform;
  let fellDue = 0;
  const patience = Date.now() + patienceMs;
  while (Date.now() < patience) {
    fellDue += await sweepDeadlines(platform);
    const [row]: { waiting: number }[] = await database.query(
      `SELECT (SELECT count(*) FROM graphile_worker.jobs
           WHERE run_at <= now() AND (attempts = 0 OR locked_at IS NOT NULL))::int
         + (SELECT count(*) FROM deadlines WHERE done_at IS NULL AND due_at <= $1)::int AS waiting`,
      [clock.now()],
    );
    if ((row?.waiting ?? 0) === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
  return fellDue;
}
