import { SandboxClock } from "#platform/clock/sandbox-clock.js";
import { sweepDeadlines } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";

/** Most steps of one move: each is a moment at which something falls due. */
const mostSteps = 2_000;
const patienceMs = 15_000;

/**
 * Moves the sandbox's clock forward, from one moment at which something falls due to the next, and
 * waits at each until it is done: so everything happens in order and at its own time.
 */
export async function moveClock(platform: Platform, toInstant: Date): Promise<{ fellDue: number }> {
  const { clock, database } = platform;
  if (!(clock instanceof SandboxClock)) return { fellDue: 0 };
  let fellDue = 0;
  // What is queued may set a date that lies on the way.
  await untilQuiet(platform);
  for (let step = 0; step < mostSteps; step++) {
    const [next]: { due_at: Date }[] = await database.query(
      "SELECT due_at FROM deadlines WHERE done_at IS NULL AND due_at <= $1 ORDER BY due_at LIMIT 1",
      [toInstant],
    );
    if (!next) break;
    await clock.moveTo(next.due_at);
    fellDue += await sweepDeadlines(platform);
    await untilQuiet(platform);
  }
  await clock.moveTo(toInstant);
  return { fellDue };
}

/** Until every job that could run has been tried once. */
async function untilQuiet({ database }: Platform): Promise<void> {
  const patience = Date.now() + patienceMs;
  while (Date.now() < patience) {
    const [row]: { waiting: number }[] = await database.query(
      `SELECT count(*)::int AS waiting FROM graphile_worker.jobs
       WHERE run_at <= now() AND (attempts = 0 OR locked_at IS NOT NULL)`,
    );
    if ((row?.waiting ?? 0) === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
