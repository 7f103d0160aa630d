import { compareRefund, type FoundDrift } from "@makegood/domain/reconciliation/compare-refund";
import { askAboutPayout } from "#modules/refund/exports/ask-about-payout.js";
import type { BankTransfers } from "#modules/refund/exports/bank-transfers.js";
import type { Platform } from "#platform/platform.js";
import {
  type TransferRow,
  toLine,
  toOurs,
  toTheirs,
  transferColumns,
  withRefund,
} from "./our-transfer.js";
import { foreignLines, linesOf, readPages, toLines, type WithLines } from "./read-pages.js";
import type { FoundItem, ReportedLine, Subject } from "./subject.js";

/** A bank can send a transfer back for some weeks. */
const windowMs = 90 * 86_400_000;

/** Refunds to bank accounts: ours, and what the bank made of them. */
export const transferSubject = (platform: Platform, transfers: BankTransfers): Subject => ({
  about: "TRANSFER",
  windowMs,
  async *lines(since) {
    for await (const page of transfers.payouts(since)) yield page.map(toLine);
  },
  oursId: `(SELECT o.id FROM refund_payouts o WHERE o.kind = 'BANK_TRANSFER'
    AND (o.provider_payout_id = l.theirs_id OR o.id = l.reference)
    ORDER BY o.provider_payout_id = l.theirs_id DESC NULLS LAST LIMIT 1)`,
  async *compare({ manager, provider, runId, since, until }) {
    const known = [provider, runId, since, until];
    for await (const rows of readPages<Row>(manager, transfersSql, known)) {
      const found: FoundItem[] = [];
      for (const row of rows) {
        const lines = toLines(row);
        for (const drift of compareRefund(toOurs(row), lines.map(toTheirs), until)) {
          if (!(await isThere(platform, transfers, row.key, drift)))
            found.push(itemOf(row, lines, drift));
        }
      }
      yield { compared: rows.length, found };
    }
    const foreign = foreignLines("TRANSFER");
    for await (const rows of readPages<Foreign>(manager, foreign, [provider, runId])) {
      const lines = rows.flatMap(toLines);
      const extra = compareRefund(null, lines.map(toTheirs), until);
      yield { compared: rows.length, found: extra.map((drift) => itemOf(null, lines, drift)) };
    }
  },
});

type Foreign = WithLines & { key: string };
type Row = TransferRow & Foreign;

/** What was settled while the report was read may stand in it or not: it is compared next time. */
const transfersSql = `
  SELECT ${transferColumns}, lines.theirs FROM ${withRefund}
  LEFT JOIN LATERAL ${linesOf("TRANSFER", "o.id")} lines ON TRUE
  WHERE o.kind = 'BANK_TRANSFER' AND $1::text IS NOT NULL AND o.id > $5
    AND (o.consent_at >= $3 OR lines.theirs IS NOT NULL)
    AND (o.settled_at IS NULL OR o.settled_at <= $4)
  ORDER BY o.id LIMIT $6`;

/** A report may lag behind: what seems to be missing is asked about before anybody is alarmed. */
async function isThere(
  platform: Platform,
  transfers: BankTransfers,
  payoutId: string,
  { kind, theirs }: FoundDrift,
): Promise<boolean> {
  if (kind !== "MISSING" || theirs !== null) return false;
  const there = await askAboutPayout(platform, transfers, payoutId);
  return there?.status === "succeeded" || there?.status === "pending";
}

function itemOf(
  row: TransferRow | null,
  lines: readonly ReportedLine[],
  { kind, theirs }: FoundDrift,
): FoundItem {
  const ours = row && toOurs(row);
  const line = lines.find(({ theirsId }) => theirsId === theirs?.providerRefundId) ?? null;
  const oneTooMany = !row || kind === "DUPLICATE";
  // Where the amount is the same here and there, it is our ledger that has another.
  const minor = ours?.amountMinor === line?.amountMinor ? ours?.postedMinor : ours?.amountMinor;
  return {
    kind,
    subject: (oneTooMany ? line?.theirsId : undefined) ?? row?.key ?? "",
    oursAt: row?.consent_at ?? null,
    ours: ours && { minor: minor ?? 0, currency: ours.currency },
    theirs: line,
    payoutId: row?.key,
    orderId: row?.order_id ?? null,
  };
}
