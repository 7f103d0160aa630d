import { marketplaceTerms } from "#modules/ledger/exports/terms-in-force.js";
import type { Platform } from "#platform/platform.js";

/** The deadline at which all shops are paid; there is one for the marketplace. */
export const runDeadline = "payout.run";
export const runSubject = "marketplace";

/** The job that hands a run's payouts to the bank. */
export const sendTask = "payout.send";

const dayMs = 86_400_000;

/** Sets the first run of a marketplace that has none yet; each run sets the next. */
export async function schedulePayouts({ database, clock }: Platform): Promise<void> {
  const now = clock.now();
  const { rules } = await marketplaceTerms(database.manager, now);
  await database.query(
    `INSERT INTO deadlines (kind, subject_id, due_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
    [runDeadline, runSubject, new Date(now.getTime() + rules.payout.everyDays * dayMs)],
  );
}

/** When the next run falls due. */
export async function nextRunAt({ database, clock }: Platform): Promise<Date> {
  const [row]: { due_at: Date }[] = await database.query(
    "SELECT due_at FROM deadlines WHERE kind = $1 AND subject_id = $2 AND done_at IS NULL",
    [runDeadline, runSubject],
  );
  // Between a run's fall due and its end there is no next one yet: it is being made now.
  return row?.due_at ?? clock.now();
}
