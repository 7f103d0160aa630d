import { setTimeout as sleep } from "node:timers/promises";
import type { Stage } from "../stage/stage.js";

/** Waits until no refund is under way and no job is left; gives up after a while. */
export async function untilSettled(stage: Stage, patienceMs: number): Promise<void> {
  for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(500)) {
    const [row] = await stage.rows<{ open: number }>(
      `SELECT (SELECT count(*) FROM refunds WHERE status IN ('APPROVED', 'PROCESSING'))::int
         + (SELECT count(*) FROM graphile_worker.jobs WHERE attempts < max_attempts
              AND run_at < now() + interval '1 minute' AND task_identifier <> 'trail.seal')::int AS open`,
    );
    if (row?.open === 0) return;
  }
}
