import { compareChargeback } from "@makegood/domain/reconciliation/compare-chargeback";
import type { DriftKind } from "@makegood/domain/reconciliation/drift";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import { paymentOfCharge } from "#modules/order/exports/payment-of-charge.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import type { Platform } from "#platform/platform.js";
import { askAgain } from "./ask-about-chargeback.js";
import {
  type ChargebackRow,
  chargebackColumns,
  toLine,
  toOurs,
  toTheirs,
  withPayment,
} from "./our-chargeback.js";
import { foreignLines, linesOf, readPages, toLines, type WithLines } from "./read-pages.js";
import type { FoundItem, ReportedLine, Subject } from "./subject.js";
import { takeOverChargebacks } from "./take-over-chargebacks.js";

/** From the dispute to the bank's last word. */
const windowMs = 180 * 86_400_000;

/** Chargebacks: our mirrors, and what a provider has; those we never heard of are taken over first. */
export const chargebackSubject = (
  platform: Platform,
  providers: Providers,
  name: ProviderName,
): Subject => ({
  about: "CHARGEBACK",
  windowMs,
  async *lines(since) {
    for await (const page of providerOf(providers, name).books.chargebacks(since)) {
      await takeOverChargebacks(platform, page);
      yield page.map(toLine);
    }
  },
  oursId: `(SELECT c.id FROM chargebacks c
    WHERE c.provider = l.provider AND c.provider_chargeback_id = l.theirs_id)`,
  async *compare({ manager, provider, runId, since }) {
    const provided = providerOf(providers, name);
    const known = [provider, runId, since];
    for await (const rows of readPages<Row>(manager, chargebacksSql, known)) {
      const found: FoundItem[] = [];
      for (const row of rows) {
        const [line] = toLines(row);
        if (!compareChargeback(toOurs(row), line ? toTheirs(line, row.currency) : null)) continue;
        // Both may have moved while the report was read: both are asked again before any alarm.
        const now = await askAgain(platform, provided, row.key);
        if (now.kind) found.push(itemOf(now.kind, now.row, now.line));
      }
      yield { compared: rows.length, found };
    }
    const foreign = foreignLines("CHARGEBACK");
    for await (const rows of readPages<Foreign>(manager, foreign, [provider, runId])) {
      const found: FoundItem[] = [];
      for (const theirs of rows.flatMap(toLines)) {
        const { chargeId, intentId, theirsId } = theirs;
        const payment = chargeId
          ? await paymentOfCharge(manager, { provider, chargeId, intentId })
          : null;
        const kind = compareChargeback(null, toTheirs(theirs, payment?.currency ?? null));
        const about = { subject: theirsId, theirs, oursAt: null, ours: null };
        if (kind) found.push({ kind, ...about, paymentId: payment?.id });
      }
      yield { compared: rows.length, found };
    }
  },
});

function itemOf(kind: DriftKind, row: ChargebackRow, theirs: ReportedLine | null): FoundItem {
  const { key: subject, payment_id: paymentId, currency } = row;
  // Where the amount is the same here and there, it is our ledger that has another.
  const same = Number(row.amount_minor) === theirs?.amountMinor && kind === "WRONG_AMOUNT";
  const ours = { minor: Number(same ? row.posted : row.amount_minor), currency };
  return { kind, subject, oursAt: row.opened_at, ours, theirs, chargebackId: subject, paymentId };
}

type Foreign = WithLines & { key: string };
type Row = ChargebackRow & Foreign;

const chargebacksSql = `
  SELECT ${chargebackColumns}, lines.theirs FROM ${withPayment}
  LEFT JOIN LATERAL ${linesOf("CHARGEBACK", "c.id")} lines ON TRUE
  WHERE c.provider = $1 AND c.id > $4 AND (c.opened_at >= $3 OR lines.theirs IS NOT NULL)
  ORDER BY c.id LIMIT $5`;
