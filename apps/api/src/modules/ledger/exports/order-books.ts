import { initialTerms, type MoneyTerms } from "@makegood/domain/ledger/money-terms";
import type { BookedSum } from "@makegood/domain/ledger/refund-entries";
import DataLoader from "dataloader";
import type { EntityManager } from "typeorm";
import type { LoaderFactory } from "#platform/graphql/context.js";

export interface OrderBooks {
  sums: BookedSum[];
  /** The terms it was captured under. */
  terms: MoneyTerms;
  /** From when its capture counts for payouts; null where nothing was captured. */
  availableAt: Date | null;
}

type Row = Omit<BookedSum, "amountMinor"> & {
  order_id: string;
  amount: string;
  rules: MoneyTerms | null;
  available: Date;
};

/** What was posted for an order so far, by kind, account and component. Read under the order's lock. */
export async function orderBooks(manager: EntityManager, orderId: string): Promise<OrderBooks> {
  return booksOf(await readBooks(manager, [orderId]));
}

/** The same of many orders, for reading only. */
export const booksByOrder: LoaderFactory<string, OrderBooks> = ({ platform }) =>
  new DataLoader<string, OrderBooks>(async (ids) => {
    const rows = await readBooks(platform.database.manager, ids);
    return ids.map((id) => booksOf(rows.filter(({ order_id }) => order_id === id)));
  });

const readBooks = (manager: EntityManager, orderIds: readonly string[]): Promise<Row[]> =>
  manager.query(
    `SELECT t.order_id, t.kind, e.account, e.component, SUM(e.amount_minor) AS amount,
       MAX(t.available_at) AS available,
       (SELECT m.rules FROM money_terms m WHERE m.id = MAX(t.terms_id)) AS rules
     FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
     WHERE t.order_id = ANY($1) GROUP BY t.order_id, t.kind, e.account, e.component`,
    [orderIds],
  );

function booksOf(rows: readonly Row[]): OrderBooks {
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
