import type { LedgerComponent, LedgerKind } from "@makegood/domain/ledger/account";
import type { Platform } from "#platform/platform.js";
import { balanceUntil, type StatementScope } from "./statement.js";

export interface ReadLine {
  id: string;
  kind: LedgerKind;
  postedAt: Date;
  availableAt: Date;
  orderNumber: string | null;
  refundId: string | null;
  shopMinor: number;
  balanceMinor: number;
  parts: Partial<Record<LedgerComponent, number>>;
}

const pageRows = 1_000;

interface Row {
  id: string;
  kind: LedgerKind;
  posted_at: Date;
  available_at: Date;
  number: string | null;
  refund_id: string | null;
  shop_minor: string;
  parts: Partial<Record<LedgerComponent, number>>;
}

/** A statement from its beginning, in pages, each line with the balance after it. */
export async function* statementPages(
  { database }: Platform,
  scope: StatementScope,
): AsyncGenerator<ReadLine[]> {
  const { shopId, currency, from, to } = scope;
  let balanceMinor = from ? await balanceUntil(database, scope, from) : 0;
  let last: { at: Date; id: string } = { at: from ?? new Date(0), id: "" };
  for (;;) {
    const rows: Row[] = await database.query(
      `SELECT t.id, t.kind, t.posted_at, t.available_at, t.refund_id, t.shop_minor, o.number,
         (SELECT COALESCE(jsonb_object_agg(p.component, p.minor), '{}') FROM (
            SELECT e.component, SUM(-e.amount_minor) AS minor FROM ledger_entries e
            WHERE e.transaction_id = t.id AND e.account = 'SHOP_BALANCE' AND e.component IS NOT NULL
            GROUP BY e.component) p) AS parts
       FROM ledger_transactions t LEFT JOIN orders o ON o.id = t.order_id
       WHERE t.shop_id = $1 AND t.currency = $2 AND t.shop_minor <> 0
         AND (t.posted_at, t.id) > ($3, $4) AND ($5::timestamptz IS NULL OR t.posted_at < $5)
       ORDER BY t.posted_at, t.id LIMIT ${pageRows}`,
      [shopId, currency, last.at, last.id, to],
    );
    const lines = rows.map((row) => {
      balanceMinor += Number(row.shop_minor);
      return {
        id: row.id,
        kind: row.kind,
        postedAt: row.posted_at,
        availableAt: row.available_at,
        orderNumber: row.number,
        refundId: row.refund_id,
        shopMinor: Number(row.shop_minor),
        balanceMinor,
        parts: row.parts,
      };
    });
    if (lines.length > 0) yield lines;
    const end = lines.at(-1);
    if (!end || lines.length < pageRows) return;
    last = { at: end.postedAt, id: end.id };
  }
}
