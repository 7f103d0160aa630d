import type { DataSource } from "typeorm";
import type { StopSwitchEntity } from "./exports/stop-switch.entity.js";

export interface StoppedMoney {
  currency: string;
  count: number;
  amountMinor: number;
  /** Promised before the switch lifts itself. */
  atRisk: number;
  nextPromise: Date;
}

/** What a switch that is on holds back, by currency. */
export async function stoppedRefunds(
  database: DataSource,
  { scope, subject, until }: StopSwitchEntity,
): Promise<StoppedMoney[]> {
  const rows: { currency: string; count: number; amount: string; risk: number; next: Date }[] =
    await database.query(
      `SELECT currency, COUNT(*)::int AS count, SUM(amount_minor) AS amount,
         COUNT(*) FILTER (WHERE promised_by < $3)::int AS risk, MIN(promised_by) AS next
       FROM refunds r WHERE pending_reason = 'stopped' AND status IN ('APPROVED', 'PROCESSING')
         AND ($1 = 'ALL' OR ($1 = 'SHOP' AND shop_id = $2) OR ($1 = 'PROVIDER' AND EXISTS (
           SELECT 1 FROM refund_allocations a JOIN payments p ON p.id = a.payment_id
           WHERE a.refund_id = r.id AND p.provider = $2)))
       GROUP BY currency ORDER BY currency`,
      [scope, subject, until],
    );
  return rows.map(({ currency, count, amount, risk, next }) => ({
    currency,
    count,
    amountMinor: Number(amount),
    atRisk: risk,
    nextPromise: next,
  }));
}
