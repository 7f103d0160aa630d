import type { FoundDrift } from "@makegood/domain/reconciliation/compare-refund";
import type { EntityManager } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import { paymentOfCharge } from "#modules/order/exports/payment-of-charge.js";
import { newId } from "#platform/ids.js";
import type { Pair } from "./read-pairs.js";

interface Seen {
  provider: ProviderName;
  runId: string;
  at: Date;
}

/** Keeps a difference: a new item, or the one there is; a healed one opens again. */
export async function keepDrift(
  manager: EntityManager,
  { provider, runId, at }: Seen,
  { attempt, ours, theirs: all }: Pair,
  { kind, theirs }: FoundDrift,
): Promise<void> {
  const line = all.find(({ providerRefundId }) => providerRefundId === theirs?.providerRefundId);
  const payment = line && !attempt ? await paymentOfCharge(manager, { provider, ...line }) : null;
  const ofOurs = attempt !== null && !(kind === "DUPLICATE" && line);
  await manager.query(
    `INSERT INTO drift_items (id, provider, kind, subject, subject_at, status, attempt_id,
       payment_id, order_id, provider_refund_id, ours_minor, ours_currency, theirs_minor,
       theirs_currency, their_status, found_at, run_id)
     VALUES ($1, $2, $3, $4, $5, 'OPEN', $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
     ON CONFLICT (provider, kind, subject) DO UPDATE SET run_id = EXCLUDED.run_id,
       status = CASE drift_items.status WHEN 'HEALED' THEN 'OPEN' ELSE drift_items.status END,
       closed_at = CASE drift_items.status WHEN 'HEALED' THEN NULL ELSE drift_items.closed_at END,
       ours_minor = EXCLUDED.ours_minor, theirs_minor = EXCLUDED.theirs_minor,
       theirs_currency = EXCLUDED.theirs_currency, their_status = EXCLUDED.their_status,
       provider_refund_id = EXCLUDED.provider_refund_id`,
    [
      newId("drift"),
      provider,
      kind,
      ofOurs ? attempt.id : line?.providerRefundId,
      attempt?.createdAt ?? line?.madeAt,
      attempt?.id ?? null,
      attempt?.paymentId ?? payment?.id ?? null,
      attempt?.orderId ?? null,
      line?.providerRefundId ?? null,
      oursMinor(ours, line),
      ours?.currency ?? null,
      line?.amountMinor ?? null,
      line?.currency ?? null,
      line?.status ?? null,
      at,
      runId,
    ],
  );
}

/** Where the amount is the same here and there, it is our ledger that has another. */
const oursMinor = (ours: Pair["ours"], line: Pair["theirs"][number] | undefined): number | null =>
  (ours?.amountMinor === line?.amountMinor ? ours?.postedMinor : ours?.amountMinor) ?? null;

/** What this run could have found again, and didn't, is gone. */
export async function healDrift(
  manager: EntityManager,
  { provider, runId, at }: Seen,
  since: { ours: Date; theirs: Date },
): Promise<number> {
  const [, healed] = await manager.query(
    `UPDATE drift_items SET status = 'HEALED', closed_at = $3
     WHERE provider = $1 AND run_id <> $2 AND status IN ('OPEN', 'ACCEPTANCE_PROPOSED')
       AND subject_at >= CASE WHEN attempt_id IS NULL THEN $5::timestamptz ELSE $4::timestamptz END`,
    [provider, runId, at, since.ours, since.theirs],
  );
  return healed as number;
}
