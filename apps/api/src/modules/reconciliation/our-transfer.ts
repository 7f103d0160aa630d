import { assert } from "@makegood/domain/assert";
import type { OurRefund, TheirRefund } from "@makegood/domain/reconciliation/compare-refund";
import type { EntityManager } from "typeorm";
import type { ReportedPayout } from "#modules/refund/exports/bank-transfers.js";
import type { RefundPayoutStatus } from "#modules/refund/exports/refund-payout.entity.js";
import type { ReportedLine } from "./subject.js";

/** A refund to a bank account, as our books have it. */
export interface TransferRow {
  key: string;
  order_id: string;
  status: RefundPayoutStatus;
  provider_payout_id: string | null;
  amount_minor: string;
  currency: string;
  consent_at: Date;
  promised_by: Date;
  paid_otherwise: boolean;
  posted: string;
}

export const withRefund = "refund_payouts o JOIN refunds r ON r.id = o.refund_id";

/** SQL of a transfer o of a refund r, as our books have it. */
export const transferColumns = `o.id AS key, r.order_id, o.status, o.provider_payout_id,
  o.amount_minor, o.currency, o.consent_at, r.promised_by,
  (r.status = 'SUCCEEDED' AND o.status NOT IN ('SUCCEEDED', 'PAID_TWICE')) AS paid_otherwise,
  COALESCE((SELECT SUM(-e.amount_minor) FROM ledger_transactions t
    JOIN ledger_entries e ON e.transaction_id = t.id AND e.account = 'BANK'
    WHERE t.kind IN ('TRANSFER_PAID', 'TRANSFER_RETURNED') AND t.reference = o.id), 0) AS posted`;

export async function readTransfer(manager: EntityManager, id: string): Promise<TransferRow> {
  const [row]: TransferRow[] = await manager.query(
    `SELECT ${transferColumns} FROM ${withRefund} WHERE o.id = $1`,
    [id],
  );
  assert(row !== undefined, "a transfer is never deleted");
  return row;
}

/** For the comparison a transfer is a refund like others, on another way. */
export const toOurs = (row: TransferRow): OurRefund => ({
  status: row.status === "RETURNED" ? "REVERSED" : row.status,
  providerRefundId: row.provider_payout_id,
  amountMinor: Number(row.amount_minor),
  postedMinor: Number(row.posted),
  currency: row.currency,
  openedAt: row.consent_at,
  promisedBy: row.promised_by,
  paidOtherwise: row.paid_otherwise,
  chargeId: null,
  isShared: false,
});

export const toTheirs = (
  line: Pick<ReportedLine, "theirsId" | "status" | "amountMinor" | "currency">,
): TheirRefund => ({
  providerRefundId: line.theirsId,
  status: line.status === "returned" ? "reversed" : (line.status as TheirRefund["status"]),
  amountMinor: line.amountMinor,
  currency: line.currency,
  chargeIds: [],
});

export const toLine = (payout: ReportedPayout): ReportedLine => ({
  theirsId: payout.providerPayoutId,
  reference: payout.reference,
  chargeId: null,
  intentId: null,
  amountMinor: payout.amountMinor,
  givenBackMinor: 0,
  currency: payout.currency,
  status: payout.status,
  madeAt: payout.madeAt,
  changedAt: payout.madeAt,
});
