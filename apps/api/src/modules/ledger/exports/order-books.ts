import { initialTerms, type MoneyTerms } from "@makegood/domain/ledger/money-terms";
import type { BookedSum } from "@makegood/domain/ledger/refund-entries";
import type { EntityManager } from "typeorm";

export interface OrderBooks {
  sums: BookedSum[];
  /** The terms it was captured under. */
  terms: MoneyTerms;
  /** From when its capture counts for payouts; null where nothing was captured. */
  availableAt: Date | null;
}

/** What was posted for an order so far, by kind, account and component. Read under the order's lock. */
export async function orderBooks(manager: EntityManager, orderId: string): Promise<OrderBooks> {
  const rows: (Omit<BookedSum, "amountMinor"> & {
    amount: string;
    rules: MoneyTerms | null;
    available: Date;
  })[] = await manager.query(
    `SELECT t.kind, e.account, e.component, SUM(e.amount_minor) AS amount,
       MAX(t.available_at) AS available,
       (SELECT m.rules FROM money_terms m WHERE m.id = MAX(t.terms_id)) AS rules
     FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
     WHERE t.order_id = $1 GROUP BY t.kind, e.account, e.component`,
    [orderId],
  );
  const capture = rows.find(({ kind }) => kind === "CAPTURE");
  return {
    sums: rows.map(({ kind, account, component, amount }) => ({
      kind,
      account,
      component,
      amountMinor: Number(amount),
    })),
    terms: capture?.rules ?? initialTerms,
    availableAt: capture?.available ?? null,
  };
}
