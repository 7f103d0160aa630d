import type { EntityManager } from "typeorm";
import { releaseSettled } from "./hold-unpaid.js";
import type { Seen } from "./subject.js";

/**
 * What this run could have found again, and didn't, is gone; what was found while it was under way may be
 * missing from what it read.
 */
export async function healDrift(
  manager: EntityManager,
  { provider, about, runId, at }: Seen,
  since: { ours: Date; theirs: Date },
): Promise<number> {
  const [, healed] = await manager.query(
    `UPDATE drift_items SET status = 'HEALED', closed_at = $4
     WHERE provider = $1 AND about = $2 AND run_id <> $3
       AND status IN ('OPEN', 'ACCEPTANCE_PROPOSED') AND found_at <= $4
       AND subject_at >= CASE WHEN theirs_id IS NULL THEN $5::timestamptz ELSE $6::timestamptz END`,
    [provider, about, runId, at, since.ours, since.theirs],
  );
  if (healed > 0) await releaseSettled(manager, at);
  return healed as number;
}
