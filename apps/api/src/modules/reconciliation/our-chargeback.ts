import { assert } from "@makegood/domain/assert";
import type { ChargebackStatus } from "@makegood/domain/chargeback/chargeback-machine";
import type {
  OurChargeback,
  TheirChargeback,
} from "@makegood/domain/reconciliation/compare-chargeback";

import type { EntityManager } from "typeorm";
import type { ProviderChargeback } from "#modules/refund/exports/refund-provider.js";
import type { ReportedLine } from "./subject.js";

/** A chargeback as our books have it. */
export interface ChargebackRow {
  key: string;
  payment_id: string;
  provider_chargeback_id: string;
  provider_charge_id: string | null;
  status: ChargebackStatus;
  buyer_repaid: boolean;
  amount_minor: string;
  currency: string;
  opened_at: Date;
  captured_minor: string;
  posted: string;
  taken_before: string;
}

export const withPayment = "chargebacks c JOIN payments p ON p.id = c.payment_id";

/** SQL of a chargeback c of a payment p, as our books have it. */
export const chargebackColumns = `c.id AS key, c.payment_id, c.provider_chargeback_id, p.provider_charge_id, c.status, c.buyer_repaid, c.amount_minor, c.currency,
  c.opened_at, p.captured_minor,
  COALESCE((SELECT SUM(-e.amount_minor) FROM chargeback_shares s
    JOIN ledger_transactions t ON t.reference = s.id
      AND t.kind IN ('CHARGEBACK_WITHDRAWN', 'CHARGEBACK_RETURNED')
    JOIN ledger_entries e ON e.transaction_id = t.id AND e.account = 'PROVIDER_CLEARING'
    WHERE s.chargeback_id = c.id), 0) AS posted,
  COALESCE((SELECT SUM(b.amount_minor) FROM chargebacks b WHERE b.payment_id = c.payment_id
    AND (b.opened_at, b.id) < (c.opened_at, c.id) AND at_bank(b) > 0), 0) AS taken_before`;

export async function readChargeback(manager: EntityManager, id: string): Promise<ChargebackRow> {
  const [row]: ChargebackRow[] = await manager.query(
    `SELECT ${chargebackColumns} FROM ${withPayment} WHERE c.id = $1`,
    [id],
  );
  assert(row !== undefined, "a chargeback is never deleted");
  return row;
}

export const toOurs = (row: ChargebackRow): OurChargeback => ({
  status: row.status,
  buyerRepaid: row.buyer_repaid,
  amountMinor: Number(row.amount_minor),
  postedMinor: Number(row.posted),
  currency: row.currency,
  capturedMinor: Number(row.captured_minor),
  takenBeforeMinor: Number(row.taken_before),
});

/** How a line of a report tells that the buyer was paid to prevent it. */
const repaid = "_REPAID";

export const toLine = (said: ProviderChargeback): ReportedLine => ({
  theirsId: said.providerChargebackId,
  reference: null,
  chargeId: said.chargeId,
  intentId: said.intentId,
  amountMinor: said.amountMinor,
  givenBackMinor: 0,
  currency: said.currency,
  status: said.buyerRepaid ? `${said.status}${repaid}` : said.status,
  madeAt: said.openedAt,
  changedAt: said.openedAt,
});

/** What a provider says, of a payment that was made in a currency; null where that is none of ours. */
export const toTheirs = (
  { status, amountMinor, currency }: { status: string; amountMinor: number; currency: string },
  paidIn: string | null,
): TheirChargeback => ({
  status: status.replace(repaid, "") as ChargebackStatus,
  buyerRepaid: status.endsWith(repaid),
  amountMinor,
  currency,
  paidIn,
});
