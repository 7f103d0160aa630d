import type { DataSource } from "typeorm";
import type { Connection } from "#platform/graphql/connection.js";
import { LedgerTransactionEntity } from "./exports/ledger-transaction.entity.js";

export interface StatementScope {
  shopId: string;
  currency: string;
  from: Date | null;
  to: Date | null;
}

export type StatementRow = LedgerTransactionEntity & { balanceMinor: number };

/** A page of lines, and the period it is of. */
export interface StatementPage {
  edges: Connection<StatementRow>["edges"];
  pageInfo: Connection<StatementRow>["pageInfo"];
  scope: StatementScope;
}

/** The postings that changed the shop's balance within the period. */
export function statementQuery(
  database: DataSource,
  { shopId, currency, from, to }: StatementScope,
) {
  const query = database
    .getRepository(LedgerTransactionEntity)
    .createQueryBuilder("t")
    .where("t.shopId = :shopId AND t.currency = :currency AND t.shopMinor <> 0", {
      shopId,
      currency,
    });
  if (from) query.andWhere("t.postedAt >= :from", { from });
  if (to) query.andWhere("t.postedAt < :to", { to });
  return query;
}

/** The shop's balance before an instant (null: up to now), and within it up to and with one posting. */
export async function balanceUntil(
  database: DataSource,
  { shopId, currency }: StatementScope,
  until: Date | null,
  withId: string | null = null,
): Promise<number> {
  const [row]: { balance: string }[] = await database.query(
    `SELECT COALESCE(SUM(shop_minor), 0) AS balance FROM ledger_transactions
     WHERE shop_id = $1 AND currency = $2 AND ($3::timestamptz IS NULL OR posted_at < $3
       OR (posted_at = $3 AND id <= $4))`,
    [shopId, currency, until, withId ?? ""],
  );
  return Number(row?.balance ?? 0);
}

/** Newest first, each with the balance after it, given the balance after the first. */
export function withBalances(
  rows: readonly LedgerTransactionEntity[],
  afterFirstMinor: number,
): StatementRow[] {
  let balanceMinor = afterFirstMinor;
  return rows.map((row) => {
    const line = { ...row, balanceMinor };
    balanceMinor -= row.shopMinor;
    return line;
  });
}
