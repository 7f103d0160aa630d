import type { EntityManager } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import type { ReportedLine, Subject } from "./subject.js";

/**
 * Reads a provider's report into our tables, a page at a time, so that memory does not grow with it;
 * then finds what of ours each line belongs to.
 */
export async function readReport(
  manager: EntityManager,
  run: { provider: ProviderName; runId: string },
  { about, lines, oursId }: Subject,
  since: Date,
): Promise<number> {
  let count = 0;
  for await (const page of lines(since)) {
    await keep(manager, { ...run, about }, page);
    count += page.length;
  }
  await manager.query(
    `UPDATE reported_items l SET ours_id = ${oursId} WHERE l.run_id = $1 AND l.about = $2`,
    [run.runId, about],
  );
  return count;
}

/** What is listed twice, because the pages moved while they were read, is one line. */
function keep(
  manager: EntityManager,
  { provider, runId, about }: { provider: string; runId: string; about: string },
  page: ReportedLine[],
): Promise<unknown> {
  const unique = new Map(page.map((line) => [line.theirsId, line]));
  return manager.query(
    `INSERT INTO reported_items (provider, about, run_id, theirs_id, reference, charge_id, intent_id,
       amount_minor, given_back_minor, held_minor, held_until, currency, status, made_at, changed_at)
     SELECT $1, $2, $3, l."theirsId", l.reference, l."chargeId", l."intentId", l."amountMinor",
       l."givenBackMinor", COALESCE(l."heldMinor", 0), l."heldUntil", l.currency, l.status, l."madeAt", l."changedAt"
     FROM jsonb_to_recordset($4::jsonb) AS l("theirsId" text, reference text, "chargeId" text,
       "intentId" text, "amountMinor" bigint, "givenBackMinor" bigint, "heldMinor" bigint,
       "heldUntil" timestamptz, currency text, status text,
       "madeAt" timestamptz, "changedAt" timestamptz)
     ON CONFLICT (provider, about, theirs_id) DO UPDATE SET run_id = EXCLUDED.run_id,
       reference = EXCLUDED.reference, charge_id = EXCLUDED.charge_id,
       intent_id = EXCLUDED.intent_id, amount_minor = EXCLUDED.amount_minor,
       given_back_minor = EXCLUDED.given_back_minor, held_minor = EXCLUDED.held_minor,
       held_until = EXCLUDED.held_until, currency = EXCLUDED.currency,
       status = EXCLUDED.status, made_at = EXCLUDED.made_at, changed_at = EXCLUDED.changed_at,
       ours_id = NULL`,
    [provider, about, runId, JSON.stringify([...unique.values()])],
  );
}
