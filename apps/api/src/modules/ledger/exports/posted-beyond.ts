/**
 * SQL of what the ledger says was captured at the checkout of payment p's purchase, beyond what its
 * payments say; told at the first of them, 0 at all others. Minor units. What an order sent in
 * exchange has was captured with the first one.
 */
export const postedBeyond = `
  CASE WHEN p.order_id IS NULL AND p.position = (SELECT MIN(q.position) FROM payments q
    WHERE q.purchase_id = p.purchase_id AND q.order_id IS NULL)
  THEN COALESCE((SELECT SUM(e.amount_minor) FROM orders o
      JOIN ledger_transactions t ON t.order_id = o.id AND t.kind = 'CAPTURE'
      JOIN ledger_entries e ON e.transaction_id = t.id AND e.account = 'PROVIDER_CLEARING'
      WHERE o.purchase_id = p.purchase_id AND o.authorized_minor = 0
        AND o.exchange_return_id IS NULL), 0)
    - (SELECT SUM(q.captured_minor) FROM payments q
        WHERE q.purchase_id = p.purchase_id AND q.order_id IS NULL)
  ELSE 0 END`;
