import type { EntityManager } from "typeorm";
import type { RefundProvider, ReportedRefund } from "#modules/refund/exports/refund-provider.js";

/**
 * Reads a provider's report into our tables, a page at a time, so that memory does not grow with it;
 * then finds the attempt of each line: by its own id, else by the id that we gave it.
 */
export async function readReport(
  manager: EntityManager,
  provider: RefundProvider,
  runId: string,
  since: Date,
): Promise<number> {
  let lines = 0;
  for await (const page of provider.report(since)) {
    await keep(manager, runId, page);
    lines += page.length;
  }
  await manager.query(
    `UPDATE reported_refunds l SET attempt_id = COALESCE(
       (SELECT a.id FROM refund_attempts a
         WHERE a.provider = l.provider AND a.provider_refund_id = l.provider_refund_id),
       (SELECT a.id FROM refund_attempts a WHERE a.provider = l.provider AND a.id = l.reference))
     WHERE l.run_id = $1`,
    [runId],
  );
  return lines;
}

/** A refund that is listed twice, because the pages moved while they were read, is one line. */
function keep(manager: EntityManager, runId: string, page: ReportedRefund[]): Promise<unknown> {
  const unique = new Map(page.map((refund) => [refund.providerRefundId, refund]));
  return manager.query(
    `INSERT INTO reported_refunds (provider, provider_refund_id, run_id, reference, charge_id,
       intent_id, amount_minor, currency, status, made_at)
     SELECT l.provider, l."providerRefundId", $1, l.reference, l."chargeId", l."intentId",
       l."amountMinor", l.currency, l.status, l."madeAt"
     FROM jsonb_to_recordset($2::jsonb) AS l(provider text, "providerRefundId" text,
       reference text, "chargeId" text, "intentId" text, "amountMinor" bigint, currency text,
       status text, "madeAt" timestamptz)
     ON CONFLICT (provider, provider_refund_id) DO UPDATE SET run_id = EXCLUDED.run_id,
       reference = EXCLUDED.reference, charge_id = EXCLUDED.charge_id,
       intent_id = EXCLUDED.intent_id, amount_minor = EXCLUDED.amount_minor,
       currency = EXCLUDED.currency, status = EXCLUDED.status, made_at = EXCLUDED.made_at,
       attempt_id = NULL`,
    [runId, JSON.stringify([...unique.values()])],
  );
}
