import { randomUUID } from "node:crypto";
import type { Client } from "pg";

/**
 * The floor of a refund: the same rows under the same locks and triggers, in one transaction of plain
 * SQL, without asking whose order it is, whether it may be, or whether it was asked before.
 */
export const refundStatements = {
  order: "SELECT * FROM orders WHERE id = $1 FOR UPDATE",
  payment: "SELECT * FROM payments WHERE purchase_id = $1 ORDER BY position FOR UPDATE",
  refund: `INSERT INTO refunds (id, order_id, shop_id, buyer_id, origin, status, amount_minor,
      currency, created_at, created_by, created_by_id, reason, promised_by)
    SELECT $1, o.id, o.shop_id, o.buyer_id, 'ON_BEHALF', 'APPROVED', $3, o.currency, now(), 'AGENT',
      'bench', 'Measured.', now() + interval '3 days' FROM orders o WHERE o.id = $2`,
  allocation: `INSERT INTO refund_allocations (id, refund_id, order_id, payment_id, amount_minor, status)
    VALUES ($1, $2, $3, $4, $5, 'PENDING')`,
  transaction: `INSERT INTO ledger_transactions (id, kind, reference, shop_id, order_id, refund_id,
      currency, shop_minor, posted_at, available_at)
    VALUES ($1, 'REFUND_OWED', $2, $3, $4, $2, $5, -($6::bigint), now(), now())`,
  entries: `INSERT INTO ledger_entries (transaction_id, position, account, component, shop_id,
      amount_minor, currency)
    VALUES ($1, 1, 'SHOP_BALANCE', 'ITEMS', $2, $3, $4), ($1, 2, 'REFUND_OWED', NULL, NULL, -($3::bigint), $4)`,
  event: `INSERT INTO timeline_events (order_id, at, kind, actor_kind, actor_id, refund_id, data)
    VALUES ($1, now(), 'refund.created', 'AGENT', 'bench', $2, '{}')`,
} as const;

const amountMinor = 100;

export async function refundByHand(pg: Client, orderId: string): Promise<void> {
  const { order, payment, refund, allocation, transaction, entries, event } = refundStatements;
  const refundId = `rfd_${randomUUID()}`;
  const transactionId = `ltx_${randomUUID()}`;
  await pg.query("BEGIN");
  const { rows } = await pg.query(order, [orderId]);
  const { purchase_id, shop_id, currency } = rows[0];
  const payments = await pg.query(payment, [purchase_id]);
  await pg.query(refund, [refundId, orderId, amountMinor]);
  await pg.query(allocation, [
    ...[`ral_${randomUUID()}`, refundId, orderId, payments.rows[0].id, amountMinor],
  ]);
  await pg.query(transaction, [transactionId, refundId, shop_id, orderId, currency, amountMinor]);
  await pg.query(entries, [transactionId, shop_id, amountMinor, currency]);
  await pg.query(event, [orderId, refundId]);
  await pg.query("COMMIT");
}
