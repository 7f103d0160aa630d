import type { OurRefund, TheirRefund } from "@makegood/domain/reconciliation/compare-refund";
import type { EntityManager } from "typeorm";
import { postedOfAttempt } from "#modules/ledger/exports/posted-of-attempt.js";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";

/** What both books have of one refund. */
export interface Pair {
  /** Null for a refund that is none of ours. */
  attempt: { id: string; orderId: string; paymentId: string; createdAt: Date } | null;
  ours: OurRefund | null;
  theirs: (TheirRefund & { chargeId: string; intentId: string | null; madeAt: Date })[];
}

interface Scope {
  provider: ProviderName;
  runId: string;
  /** From when on attempts are compared, and until when they were settled; by our clock. */
  since: Date;
  until: Date;
}

const pageSize = 500;

/** Everything there is to compare, page by page: our attempts with their lines, then foreign lines. */
export async function* readPairs(manager: EntityManager, scope: Scope): AsyncIterable<Pair[]> {
  yield* pages(manager, attemptsSql, [scope.provider, scope.runId, scope.since, scope.until]);
  yield* pages(manager, foreignSql, [scope.provider, scope.runId]);
}

async function* pages(
  manager: EntityManager,
  sql: string,
  parameters: unknown[],
): AsyncIterable<Pair[]> {
  for (let after = ""; ; ) {
    const rows: Row[] = await manager.query(sql, [...parameters, after, pageSize]);
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map(toPair);
    after = last.key;
  }
}

const line = `jsonb_build_object('providerRefundId', l.provider_refund_id, 'status', l.status,
  'amountMinor', l.amount_minor, 'currency', l.currency, 'chargeId', l.charge_id,
  'intentId', l.intent_id, 'madeAt', l.made_at)`;

/** What was settled while the report was read may stand in it or not: it is compared next time. */
const attemptsSql = `
  SELECT a.id AS key, a.id, r.order_id, al.payment_id, a.status, a.provider_refund_id,
    al.amount_minor, r.currency, a.created_at, r.promised_by, lines.theirs,
    (al.status = 'SUCCEEDED' AND a.status <> 'SUCCEEDED') AS paid_otherwise,
    ${postedOfAttempt("a.id")} AS posted
  FROM refund_attempts a
  JOIN refund_allocations al ON al.id = a.allocation_id
  JOIN refunds r ON r.id = a.refund_id
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(${line} ORDER BY l.made_at, l.provider_refund_id) AS theirs
    FROM reported_refunds l WHERE l.attempt_id = a.id AND l.run_id = $2
  ) lines ON TRUE
  WHERE a.provider = $1 AND a.id > $5 AND (a.created_at >= $3 OR lines.theirs IS NOT NULL)
    AND (a.settled_at IS NULL OR a.settled_at <= $4)
  ORDER BY a.id LIMIT $6`;

const foreignSql = `
  SELECT l.provider_refund_id AS key, NULL AS id, jsonb_build_array(${line}) AS theirs
  FROM reported_refunds l
  WHERE l.provider = $1 AND l.run_id = $2 AND l.attempt_id IS NULL AND l.provider_refund_id > $3
  ORDER BY l.provider_refund_id LIMIT $4`;

interface Row {
  key: string;
  id: string | null;
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
  theirs: (Omit<Pair["theirs"][number], "madeAt"> & { madeAt: string })[] | null;
}

function toPair(row: Row): Pair {
  const theirs = (row.theirs ?? []).map((their) => ({ ...their, madeAt: new Date(their.madeAt) }));
  if (row.id === null) return { attempt: null, ours: null, theirs };
  const { id, order_id: orderId, payment_id: paymentId, created_at: createdAt } = row;
  return {
    attempt: { id, orderId, paymentId, createdAt },
    ours: {
      status: row.status,
      providerRefundId: row.provider_refund_id,
      amountMinor: Number(row.amount_minor),
      postedMinor: Number(row.posted),
      currency: row.currency,
      openedAt: createdAt,
      promisedBy: row.promised_by,
      paidOtherwise: row.paid_otherwise,
    },
    theirs,
  };
}
