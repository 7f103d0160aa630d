import { compareRefund } from "@makegood/domain/reconciliation/compare-refund";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import { askAboutAttempt } from "#modules/refund/exports/ask-about-attempt.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import { OutcomeUnknown } from "#modules/refund/exports/refund-provider.js";
import { systemClock } from "#platform/clock/system-clock.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { ReconciliationRunEntity } from "./exports/reconciliation-run.entity.js";
import { healDrift, keepDrift } from "./keep-drift.js";
import { type Pair, readPairs } from "./read-pairs.js";
import { readReport } from "./read-report.js";

/** Refunds can fail, and be asked about, for some months. */
const windowMs = 90 * 86_400_000;
/** A run of which nothing was heard for so long died with its process. */
const deadAfterMs = 30 * 60_000;

/**
 * Compares a provider's books with ours, refund by refund. Differences are kept as items, each once;
 * those that are gone heal. Nothing else is changed. Null while another run of it is under way.
 */
export async function reconcile(
  platform: Platform,
  providers: Providers,
  name: ProviderName,
): Promise<ReconciliationRunEntity | null> {
  const { manager } = platform.database;
  const provider = providerOf(providers, name);
  const run = await begin(platform, name);
  if (!run) return null;
  // The provider's dates are by the real clock, ours by one that a sandbox can move ahead.
  const since = {
    ours: new Date(run.startedAt.getTime() - windowMs),
    theirs: new Date(systemClock.now().getTime() - windowMs),
  };
  const seen = { provider: name, runId: run.id, at: run.startedAt };
  try {
    run.reported = await readReport(manager, provider, run.id, since.theirs);
    const scope = { ...seen, since: since.ours, until: run.startedAt };
    for await (const pairs of readPairs(manager, scope)) {
      for (const pair of pairs) run.found += await compare(platform, providers, seen, pair);
      run.compared += pairs.length;
    }
    run.healed = await healDrift(manager, seen, since);
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    run.problem = error.message;
  }
  run.finishedAt = platform.clock.now();
  await manager.save(ReconciliationRunEntity, run);
  return run;
}

async function compare(
  platform: Platform,
  providers: Providers,
  seen: { provider: ProviderName; runId: string; at: Date },
  pair: Pair,
): Promise<number> {
  const { manager } = platform.database;
  const found = compareRefund(pair.ours, pair.theirs, seen.at);
  let count = 0;
  for (const drift of found) {
    // A report may lag behind: what seems to be missing is asked about before anybody is alarmed.
    if (drift.kind === "MISSING" && drift.theirs === null && pair.attempt) {
      const there = await askAboutAttempt(platform, providers, pair.attempt.id);
      if (there?.status === "succeeded" || there?.status === "pending") continue;
    }
    await keepDrift(manager, seen, pair, drift);
    count++;
  }
  return count;
}

async function begin(
  platform: Platform,
  provider: ProviderName,
): Promise<ReconciliationRunEntity | null> {
  const { manager } = platform.database;
  const now = platform.clock.now();
  await manager.query(
    `UPDATE reconciliation_runs SET finished_at = $2, problem = 'interrupted'
     WHERE provider = $1 AND finished_at IS NULL AND started_at < $3`,
    [provider, now, new Date(now.getTime() - deadAfterMs)],
  );
  const run: ReconciliationRunEntity = {
    id: newId("reconciliation"),
    provider,
    startedAt: now,
    finishedAt: null,
    reported: 0,
    compared: 0,
    found: 0,
    healed: 0,
    problem: null,
  };
  const begun = await manager
    .createQueryBuilder()
    .insert()
    .into(ReconciliationRunEntity)
    .values(run)
    .orIgnore()
    .returning("id")
    .execute();
  return (begun.raw as unknown[]).length > 0 ? run : null;
}
