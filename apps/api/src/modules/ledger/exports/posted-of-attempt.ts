/**
 * SQL of what the ledger says that a provider gave back for an attempt of an order, less what came back
 * of it. Minor units.
 */
export const postedOfAttempt = (attemptId: string, orderId: string): string =>
  `COALESCE((SELECT SUM(-e.amount_minor) FROM ledger_transactions t
     JOIN ledger_entries e ON e.transaction_id = t.id
     WHERE t.kind IN ('REFUND_PAID', 'REFUND_REVERSED') AND t.order_id = ${orderId}
       AND split_part(t.reference, '/', 1) = ${attemptId}
       AND e.account = 'PROVIDER_CLEARING'), 0)`;
