import { compareHold, type FoundHold } from "@makegood/domain/reconciliation/compare-hold";
import type { EntityManager } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import type { ProviderBooks } from "#modules/refund/exports/provider-books.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import { toLine } from "./our-charge.js";
import { bothHolds, type HoldRow, holdColumns, readHold, toTheirHold } from "./our-hold.js";
import { foreignLines, linesOf, readPages, toLines, type WithLines } from "./read-pages.js";
import type { FoundItem, ReportedLine, Subject } from "./subject.js";

/** Authorisations are captured, or lapse, within a month. */
const windowMs = 35 * 86_400_000;

/** Money that banks hold: payments that were not taken, and the charges that were read just before. */
export const holdSubject = (providers: Providers, name: ProviderName): Subject => ({
  about: "HOLD",
  windowMs,
  async *lines() {},
  oursId: "NULL",
  async *compare({ manager, provider, runId, since, theirNow }) {
    const { books } = providerOf(providers, name);
    for await (const rows of readPages<Row>(manager, holdsSql, [provider, runId, since])) {
      const found: FoundItem[] = [];
      for (const row of rows) found.push(...(await differences(manager, books, row, theirNow)));
      yield { compared: rows.length, found };
    }
    const foreign = foreignLines("CHARGE", "l.status = 'authorized'");
    for await (const rows of readPages<Foreign>(manager, foreign, [provider, runId])) {
      const lines = rows.flatMap(toLines);
      const extra = compareHold(null, lines.map(toTheirHold), theirNow);
      yield { compared: rows.length, found: extra.map((drift) => itemOf(null, lines, drift)) };
    }
  },
});

type Foreign = WithLines & { key: string };
type Row = HoldRow & Foreign;

const holdsSql = `
  SELECT ${holdColumns}, lines.theirs
  FROM payments p
  JOIN purchases pu ON pu.id = p.purchase_id
  LEFT JOIN LATERAL ${linesOf("CHARGE", "p.id")} lines ON TRUE
  WHERE p.provider = $1 AND p.provider_charge_id IS NOT NULL AND p.id > $4
    AND p.state <> 'CAPTURED' AND p.authorized_minor > 0
    AND (pu.placed_at >= $3 OR lines.theirs IS NOT NULL)
  ORDER BY p.id LIMIT $5`;

/** What differs of one payment; before anybody is alarmed, both sides are asked again. */
async function differences(
  manager: EntityManager,
  books: ProviderBooks,
  row: Row,
  theirNow: Date,
): Promise<FoundItem[]> {
  const reported = toLines(row);
  const { ours, theirs } = bothHolds(row, reported);
  if (compareHold(ours, theirs, theirNow).length === 0) return [];
  const charge = await books.charge(row.provider_charge_id);
  const again = await readHold(manager, row.key);
  const others = reported.filter(({ theirsId }) => theirsId !== ours.providerChargeId);
  const lines = charge ? [toLine(charge), ...others] : others;
  const now = bothHolds(again, lines);
  if (now.ours.state === "CAPTURED") return [];
  return compareHold(now.ours, now.theirs, theirNow).map((drift) => itemOf(row, lines, drift));
}

function itemOf(
  row: HoldRow | null,
  lines: readonly ReportedLine[],
  { kind, theirs }: FoundHold,
): FoundItem {
  const line = lines.find(({ theirsId }) => theirsId === theirs?.providerChargeId) ?? null;
  const isOneTooMany = kind === "DUPLICATE" || !row;
  return {
    kind,
    subject: (isOneTooMany ? line?.theirsId : row.key) ?? "",
    oursAt: row?.placed_at ?? null,
    ours: row && { minor: Number(row.authorized_minor), currency: row.currency },
    theirs: line && { ...line, amountMinor: line.heldMinor ?? 0 },
    paymentId: row?.key,
    orderId: row?.order_id ?? null,
  };
}
