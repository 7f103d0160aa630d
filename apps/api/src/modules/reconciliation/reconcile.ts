import type { RunProblem } from "@makegood/domain/reconciliation/run-problem-words";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import { configuredTransfers, type Providers } from "#modules/refund/exports/providers.js";
import { OutcomeUnknown } from "#modules/refund/exports/refund-provider.js";
import { systemClock } from "#platform/clock/system-clock.js";
import { newId } from "#platform/ids.js";
import type { Platform } from "#platform/platform.js";
import { chargebackSubject } from "./compare-chargebacks.js";
import { chargeSubject } from "./compare-charges.js";
import { holdSubject } from "./compare-holds.js";
import { refundSubject } from "./compare-refunds.js";
import { transferSubject } from "./compare-transfers.js";
import { keepDrift } from "./exports/keep-drift.js";
import { ReconciliationRunEntity } from "./exports/reconciliation-run.entity.js";
import { healDrift } from "./heal-drift.js";
import { readReport } from "./read-report.js";
import type { Subject } from "./subject.js";

/** A run of which nothing was heard for so long died with its process. */
const deadAfterMs = 30 * 60_000;

/** A report that lacks so many entries, and most of a page, is another account's, or broken. */
const mostMissing = 200;

/**
 * Compares a provider's books with ours, one kind of thing after the other. Differences are kept as
 * items, each once; those that are gone heal. Null while another run of it is under way.
 */
export async function reconcile(
  platform: Platform,
  providers: Providers,
  name: ProviderName,
): Promise<ReconciliationRunEntity | null> {
  const run = await begin(platform, name);
  if (!run) return null;
  for (const subject of subjectsOf(platform, providers, name)) {
    try {
      await compareBooks(platform, run, subject);
    } catch (error) {
      // What was silent about one thing, or what we cannot read, may well tell of the others.
      run.problem = problemOf(platform, { provider: name, about: subject.about }, error);
    }
  }
  run.finishedAt = platform.clock.now();
  await platform.database.manager.save(ReconciliationRunEntity, run);
  return run;
}

/** A report with so little of ours that it is none of ours, or broken. */
class ReportLacks extends Error {
  constructor(readonly entries: number) {
    super(`The report lacks ${entries} entries of ours.`);
  }
}

/** Why something was not compared; what was said, or what is our own fault, is logged in full. */
function problemOf({ log }: Platform, of: Record<string, string>, error: unknown): RunProblem {
  if (error instanceof ReportLacks) return `report_lacks:${error.entries}`;
  const silent = error instanceof OutcomeUnknown;
  log[silent ? "warn" : "error"]({ ...of, err: error }, "a comparison failed");
  return silent ? "provider_silent" : "our_fault";
}

/** Charges come first: what is held, and what went back of a foreign one, is looked at with them. */
function subjectsOf(platform: Platform, providers: Providers, name: ProviderName): Subject[] {
  const transfers = configuredTransfers(platform.config);
  return [
    chargeSubject(providers, name),
    holdSubject(providers, name),
    refundSubject(platform, providers, name),
    chargebackSubject(platform, providers, name),
    ...(transfers?.name === name ? [transferSubject(platform, transfers)] : []),
  ];
}

async function compareBooks(
  { database: { manager } }: Platform,
  run: ReconciliationRunEntity,
  subject: Subject,
): Promise<void> {
  const { id: runId, provider, startedAt: at } = run;
  const { about, windowMs } = subject;
  // The provider's dates are by the real clock, ours by one that a sandbox can move ahead.
  const theirNow = systemClock.now();
  const since = {
    ours: new Date(at.getTime() - windowMs),
    theirs: new Date(theirNow.getTime() - windowMs),
  };
  run.reported += await readReport(manager, { provider, runId }, subject, since.theirs);
  const seen = { provider, about, runId, at };
  const scope = { manager, provider, runId, since: since.ours, until: at, theirNow };
  let missing = 0;
  for await (const { compared, found } of subject.compare(scope)) {
    missing += found.filter(({ kind, theirs }) => kind === "MISSING" && theirs === null).length;
    if (missing > mostMissing && missing > compared / 2) {
      throw new ReportLacks(missing);
    }
    for (const item of found) await keepDrift(manager, seen, item);
    run.compared += compared;
    run.found += found.length;
  }
  run.healed += await healDrift(manager, seen, since);
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
