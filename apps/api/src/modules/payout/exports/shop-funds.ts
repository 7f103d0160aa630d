import { type ShopFunds, settledOrderStatuses } from "@makegood/domain/payout/decide-payout";
import type { EntityManager } from "typeorm";

export interface FundsRow extends ShopFunds {
  shopId: string;
  currency: string;
}

/** With when the next run falls due. */
export type DatedFunds = FundsRow & { nextPayoutAt: Date };

/**
 * What shops have with the marketplace as of an instant, by currency. What takes money back counts at
 * once, unless it takes back a sale that is pending itself.
 */
export async function shopFunds(
  manager: EntityManager,
  at: Date,
  shopId: string | null = null,
): Promise<FundsRow[]> {
  const rows: Record<"shop_id" | "currency" | "balance" | "pending" | "frozen", string>[] =
    await manager.query(
      `SELECT t.shop_id, t.currency, SUM(t.shop_minor) AS balance,
         COALESCE(SUM(t.shop_minor) FILTER (WHERE
           (t.available_at > $1 AND (t.shop_minor > 0 OR t.available_at > t.posted_at))
           OR o.status <> ALL($2)), 0) AS pending,
         COALESCE((SELECT SUM(h.amount_minor) FROM payout_holds h WHERE h.shop_id = t.shop_id
           AND h.currency = t.currency AND h.released_at IS NULL), 0) AS frozen
       FROM ledger_transactions t LEFT JOIN orders o ON o.id = t.order_id
       WHERE t.shop_minor <> 0 AND ($3::text IS NULL OR t.shop_id = $3)
       GROUP BY t.shop_id, t.currency ORDER BY t.shop_id, t.currency`,
      [at, settledOrderStatuses, shopId],
    );
  return rows.map((row) => ({
    shopId: row.shop_id,
    currency: row.currency,
    balanceMinor: Number(row.balance),
    pendingMinor: Number(row.pending),
    frozenMinor: Number(row.frozen),
  }));
}
