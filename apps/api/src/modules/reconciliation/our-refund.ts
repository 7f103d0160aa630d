import type { OurRefund, TheirRefund } from "@makegood/domain/reconciliation/compare-refund";
import { postedOfAttempt } from "#modules/ledger/exports/posted-of-attempt.js";
import { linesOf, type WithLines } from "./read-pages.js";
import type { ReportedLine } from "./subject.js";

/** An attempt as our books have it, with the lines of the report that belong to it. */
export interface RefundRow extends WithLines {
  key: string;
  order_id: string;
  payment_id: string;
  status: OurRefund["status"];
  provider_refund_id: string | null;
  amount_minor: string;
  currency: string;
  created_at: Date;
  promised_by: Date;
  paid_otherwise: boolean;
  posted: string;
  charge_id: string | null;
  is_shared: boolean;
}

/**
 * SQL of a page of attempts: provider, run, since and until when, after, how many.
 * What was settled while the report was read may stand in it or not: it is compared next time.
 */
export const attemptsSql = `
  SELECT a.id AS key, r.order_id, al.payment_id, a.status, a.provider_refund_id, al.amount_minor,
    r.currency, a.created_at, r.promised_by, lines.theirs,
    (al.status = 'SUCCEEDED' AND a.status <> 'SUCCEEDED') AS paid_otherwise,
    ${postedOfAttempt("a.id", "r.order_id")} AS posted, p.provider_charge_id AS charge_id,
    a.pending_reason IS NOT DISTINCT FROM 'answered_for_another' AS is_shared
  FROM refund_attempts a
  JOIN refund_allocations al ON al.id = a.allocation_id
  JOIN payments p ON p.id = al.payment_id
  JOIN refunds r ON r.id = a.refund_id
  LEFT JOIN LATERAL ${linesOf("REFUND", "a.id")} lines ON TRUE
  WHERE a.provider = $1 AND a.id > $5 AND (a.created_at >= $3 OR lines.theirs IS NOT NULL)
    AND (a.settled_at IS NULL OR a.settled_at <= $4)
  ORDER BY a.id LIMIT $6`;

export const toOurs = (row: RefundRow): OurRefund => ({
  status: row.status,
  providerRefundId: row.provider_refund_id,
  amountMinor: Number(row.amount_minor),
  postedMinor: Number(row.posted),
  currency: row.currency,
  openedAt: row.created_at,
  promisedBy: row.promised_by,
  paidOtherwise: row.paid_otherwise,
  chargeId: row.charge_id,
  isShared: row.is_shared,
});

export const toTheirs = ({
  theirsId,
  status,
  amountMinor,
  currency,
  chargeId,
  intentId,
}: ReportedLine): TheirRefund => ({
  providerRefundId: theirsId,
  status: status as TheirRefund["status"],
  amountMinor,
  currency,
  chargeIds: [chargeId, intentId],
});
