import { driftDueBy } from "@makegood/domain/reconciliation/drift-due";
import type { EntityManager } from "typeorm";
import { newId } from "#platform/ids.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { driftDue } from "../escalate-drift.js";
import { holdUnpaid } from "../hold-unpaid.js";
import type { FoundItem, Seen } from "../subject.js";

interface Kept {
  id: string;
  due_by: Date;
  escalated_at: Date | null;
  closed_at: Date | null;
}

/** Whether what is found is just what an item has: then what was said of that holds of it. */
const isSame = `(d.ours_minor, d.ours_currency, d.theirs_minor, d.theirs_currency, d.theirs_id)
  IS NOT DISTINCT FROM ($13::bigint, $14::text, $15::bigint, $16::text, $12::text)`;

const changed = `(EXCLUDED.ours_minor, EXCLUDED.theirs_minor, EXCLUDED.theirs_currency)
  IS DISTINCT FROM (drift_items.ours_minor, drift_items.theirs_minor, drift_items.theirs_currency)`;

/**
 * Keeps a difference: a new item, or the one there is; a healed one opens again, and so does one whose
 * acceptance was proposed for other amounts. What two people accepted they accepted of that subject and
 * those amounts: anything else is an item of its own. By when it is due.
 */
export async function keepDrift(
  manager: EntityManager,
  { provider, about, runId, at }: Seen,
  { kind, subject, oursAt, ours, theirs, ...of }: FoundItem,
): Promise<Date> {
  const dueBy = driftDueBy(kind, at, marketplaceOf(manager).calendar);
  const [item]: Kept[] = await manager.query(
    `INSERT INTO drift_items (id, provider, about, kind, subject, subject_at, status, attempt_id,
       payment_id, order_id, chargeback_id, payout_id, theirs_id, ours_minor, ours_currency,
       theirs_minor, theirs_currency, their_status, found_at, run_id, due_by)
     SELECT $1, $2, $3, $4, $5, $6::timestamptz, 'OPEN', $7, $8, $9, $10, $11, $12, $13::bigint, $14,
       $15::bigint, $16, $17, $18::timestamptz, $19, $20::timestamptz
     WHERE NOT EXISTS (SELECT 1 FROM drift_items d WHERE d.status = 'ACCEPTED'
       AND d.provider = $2 AND d.about = $3 AND d.kind = $4 AND d.subject = $5 AND ${isSame})
     ON CONFLICT (provider, about, kind, subject) WHERE status <> 'ACCEPTED' DO UPDATE SET
       run_id = COALESCE(NULLIF(EXCLUDED.run_id, ''), drift_items.run_id),
       status = CASE WHEN drift_items.status = 'HEALED' OR ${changed} THEN 'OPEN'
         ELSE drift_items.status END,
       proposed_by_id = CASE WHEN ${changed} THEN NULL ELSE drift_items.proposed_by_id END,
       reason = CASE WHEN ${changed} THEN NULL ELSE drift_items.reason END,
       closed_at = CASE drift_items.status WHEN 'HEALED' THEN NULL ELSE drift_items.closed_at END,
       due_by = CASE drift_items.status WHEN 'HEALED' THEN EXCLUDED.due_by ELSE drift_items.due_by END,
       escalated_at = CASE drift_items.status WHEN 'HEALED' THEN NULL ELSE drift_items.escalated_at END,
       subject_at = EXCLUDED.subject_at, theirs_id = COALESCE(EXCLUDED.theirs_id, drift_items.theirs_id),
       ours_minor = EXCLUDED.ours_minor, theirs_minor = EXCLUDED.theirs_minor,
       theirs_currency = EXCLUDED.theirs_currency, their_status = EXCLUDED.their_status
     RETURNING id, due_by, escalated_at, closed_at`,
    [
      newId("drift"),
      provider,
      about,
      kind,
      subject,
      theirs?.madeAt ?? oursAt,
      of.attemptId ?? null,
      of.paymentId ?? null,
      of.orderId ?? null,
      of.chargebackId ?? null,
      of.payoutId ?? null,
      theirs?.theirsId ?? null,
      ours?.minor ?? null,
      ours?.currency ?? null,
      theirs?.amountMinor ?? null,
      theirs?.currency ?? null,
      theirs?.status ?? null,
      at,
      runId ?? "",
      dueBy,
    ],
  );
  // A lead has what has risen: it has no date to keep.
  if (item && item.escalated_at === null && item.closed_at === null)
    await setDeadline(manager, driftDue, item.id, item.due_by);
  if (item && item.closed_at === null && about === "CHARGE" && kind === "MISSING" && of.paymentId)
    await holdUnpaid(manager, item.id, of.paymentId, at);
  return item?.due_by ?? dueBy;
}
