import type { LedgerEntry } from "@makegood/domain/ledger/account";
import DataLoader from "dataloader";
import { loadBy, loadListBy } from "#platform/database/loaders.js";
import type { LoaderFactory } from "#platform/graphql/context.js";
import { LedgerEntryEntity } from "./ledger-entry.entity.js";
import { MoneyTermsEntity } from "./money-terms.entity.js";

export const moneyTermsById = loadBy(MoneyTermsEntity, "id");

export const entriesByTransaction = loadListBy(LedgerEntryEntity, "transactionId", {
  position: "ASC",
});

/** What was posted when refunds came to be owed. */
export const owedEntriesByRefund: LoaderFactory<string, LedgerEntry[]> = ({ platform }) =>
  new DataLoader<string, LedgerEntry[]>(async (ids) => {
    const rows: (Omit<LedgerEntry, "amountMinor"> & { amount: string; refund: string })[] =
      await platform.database.query(
        `SELECT t.reference AS refund, e.account, e.component, e.amount_minor AS amount
         FROM ledger_transactions t JOIN ledger_entries e ON e.transaction_id = t.id
         WHERE t.kind IN ('REFUND_OWED', 'GOODWILL_OWED') AND t.reference = ANY($1)
         ORDER BY e.position`,
        [ids],
      );
    return ids.map((id) =>
      rows
        .filter(({ refund }) => refund === id)
        .map(({ account, component, amount }) => ({
          account,
          component,
          amountMinor: Number(amount),
        })),
    );
  });
