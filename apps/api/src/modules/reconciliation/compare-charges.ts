import { compareCharge, type FoundCharge } from "@makegood/domain/reconciliation/compare-charge";
import type { EntityManager } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import type { ProviderBooks } from "#modules/refund/exports/provider-books.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import {
  bothCharges,
  type PaymentRow,
  paymentColumns,
  readPayment,
  toLine,
  toTheirs,
} from "./our-charge.js";
import { foreignLines, linesOf, readPages, toLines, type WithLines } from "./read-pages.js";
import type { FoundItem, ReportedLine, Subject } from "./subject.js";

/** Authorisations are captured, or lapse, within a month. */
const windowMs = 35 * 86_400_000;

/** Charges: our payments, and what a provider has of them. */
export const chargeSubject = (providers: Providers, name: ProviderName): Subject => ({
  about: "CHARGE",
  windowMs,
  async *lines(since) {
    for await (const page of providerOf(providers, name).books.charges(since)) {
      yield page.map(toLine);
    }
  },
  oursId: `COALESCE(
    (SELECT p.id FROM payments p
      WHERE p.provider = l.provider AND p.provider_charge_id IN (l.theirs_id, l.intent_id)
      ORDER BY p.provider_charge_id = l.theirs_id DESC LIMIT 1),
    (SELECT p.id FROM payments p
      WHERE p.provider = l.provider AND p.id = l.reference AND p.provider_charge_id IS NOT NULL))`,
  async *compare({ manager, provider, runId, since, theirNow }) {
    const { books } = providerOf(providers, name);
    for await (const rows of readPages<Row>(manager, paymentsSql, [provider, runId, since])) {
      const found: FoundItem[] = [];
      for (const row of rows) found.push(...(await differences(manager, books, row, theirNow)));
      yield { compared: rows.length, found };
    }
    const foreign = foreignLines("CHARGE");
    for await (const rows of readPages<Foreign>(manager, foreign, [provider, runId])) {
      const lines = rows.flatMap(toLines);
      const extra = compareCharge(null, lines.map(toTheirs), theirNow);
      yield { compared: rows.length, found: extra.map((drift) => itemOf(null, lines, drift)) };
    }
  },
});

type Foreign = WithLines & { key: string };
type Row = PaymentRow & Foreign;

const paymentsSql = `
  SELECT ${paymentColumns}, lines.theirs
  FROM payments p
  JOIN purchases pu ON pu.id = p.purchase_id
  LEFT JOIN LATERAL ${linesOf("CHARGE", "p.id")} lines ON TRUE
  WHERE p.provider = $1 AND p.provider_charge_id IS NOT NULL AND p.id > $4
    AND (pu.placed_at >= $3 OR lines.theirs IS NOT NULL)
  ORDER BY p.id LIMIT $5`;

/**
 * What differs of one payment. Both books may have moved while the report was read: before anybody
 * is alarmed, both are asked again.
 */
async function differences(
  manager: EntityManager,
  books: ProviderBooks,
  row: Row,
  theirNow: Date,
): Promise<FoundItem[]> {
  const reported = toLines(row);
  const { ours, theirs } = bothCharges(row, reported);
  if (compareCharge(ours, theirs, theirNow).length === 0) return [];
  const again = await readPayment(manager, row.key);
  const charge = await books.charge(row.provider_charge_id);
  const others = reported.filter(({ theirsId }) => theirsId !== ours.providerChargeId);
  const lines = charge ? [toLine(charge), ...others] : others;
  const now = bothCharges(again, lines);
  return compareCharge(now.ours, now.theirs, theirNow).map((drift) => itemOf(row, lines, drift));
}

function itemOf(
  row: PaymentRow | null,
  lines: readonly ReportedLine[],
  { kind, theirs }: FoundCharge,
): FoundItem {
  const line = lines.find(({ theirsId }) => theirsId === theirs?.providerChargeId) ?? null;
  const subject = kind === "DUPLICATE" || !row ? line?.theirsId : row.key;
  return {
    kind,
    subject: subject ?? "",
    oursAt: row?.placed_at ?? null,
    ours: row && { minor: oursMinor(row, line), currency: row.currency },
    theirs: line,
    paymentId: row?.key,
    orderId: row?.order_id ?? null,
  };
}

/** Where the amount is the same here and there, it is our ledger that has another. */
function oursMinor(row: PaymentRow, line: ReportedLine | null): number {
  const capturedMinor = Number(row.captured_minor);
  if (capturedMinor === 0) return Number(row.authorized_minor);
  return capturedMinor === line?.amountMinor
    ? capturedMinor + Number(row.posted_beyond)
    : capturedMinor;
}
