import { type ShopFunds, settledOrderStatuses } from "@makegood/domain/payout/decide-payout";
import type { EntityManager } from "typeorm";

export interface FundsRow extends ShopFunds {
  shopId: string;
  currency: string;
}

/** With when the next run falls due. */
export type DatedFunds = FundsRow & { nextPayoutAt: Date };

/** Too fresh, or of an order that has not arrived: what a transaction's shop can't be paid yet. */
const isPending = (entry: string, order: string) =>
  `((${entry}.available_at > $1 AND (${entry}.shop_minor > 0 OR ${entry}.available_at > ${entry}.posted_at))
    OR ${order}.status <> ALL($2))`;

/** What is held of an order and pending as well is held back once. */
const frozen = `SELECT SUM(GREATEST(0, held.minor - GREATEST(0, COALESCE(pending.minor, 0))))
  FROM (SELECT h.order_id, SUM(h.amount_minor) AS minor FROM payout_holds h
    WHERE h.shop_id = t.shop_id AND h.currency = t.currency AND h.released_at IS NULL
    GROUP BY h.order_id) held
  LEFT JOIN LATERAL (SELECT SUM(e.shop_minor) AS minor
    FROM ledger_transactions e JOIN orders q ON q.id = e.order_id
    WHERE e.order_id = held.order_id AND e.shop_id = t.shop_id AND e.currency = t.currency
      AND ${isPending("e", "q")}) pending ON TRUE`;

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
         COALESCE(SUM(t.shop_minor) FILTER (WHERE ${isPending("t", "o")}), 0) AS pending,
         COALESCE((${frozen}), 0) AS frozen
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
