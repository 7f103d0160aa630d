import type { LedgerComponent } from "@makegood/domain/ledger/account";
import type { Platform } from "#platform/platform.js";

export interface CostPart {
  component: LedgerComponent;
  /** Minor units; positive costs the shop. */
  amountMinor: number;
  currency: string;
}

export interface WeekOfCosts {
  weekStart: Date;
  currency: string;
  parts: CostPart[];
}

/** What refunds and labels cost a shop, week by week and component by component, in one statement. */
export async function refundCosts(
  { database, clock }: Platform,
  shopId: string,
  currency: string,
  weeks: number,
): Promise<WeekOfCosts[]> {
  const rows: { week: Date; component: LedgerComponent; cost: string }[] = await database.query(
    `SELECT date_trunc('week', t.posted_at, 'UTC') AS week, e.component, SUM(e.amount_minor) AS cost
     FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
     WHERE t.shop_id = $1 AND t.currency = $2 AND t.shop_minor <> 0
       AND t.kind IN ('REFUND_OWED', 'REFUND_CANCELED', 'GOODWILL_OWED', 'RETURN_LABEL')
       AND e.account = 'SHOP_BALANCE'
       AND t.posted_at >= date_trunc('week', $3::timestamptz, 'UTC') - make_interval(weeks => $4)
     GROUP BY 1, 2 HAVING SUM(e.amount_minor) <> 0 ORDER BY 1, 2`,
    [shopId, currency, clock.now(), weeks - 1],
  );
  const byWeek = new Map<number, WeekOfCosts>();
  for (const { week, component, cost } of rows) {
    const known = byWeek.get(week.getTime()) ?? { weekStart: week, currency, parts: [] };
    known.parts.push({ component, amountMinor: Number(cost), currency });
    byWeek.set(week.getTime(), known);
  }
  return [...byWeek.values()];
}
