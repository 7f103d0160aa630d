import { assert } from "@makegood/domain/assert";
import type { LedgerEntry, LedgerKind } from "@makegood/domain/ledger/account";
import type { EntityManager } from "typeorm";
import { newId } from "#platform/ids.js";
import type { LedgerEntryEntity } from "./ledger-entry.entity.js";
import type { LedgerTransactionEntity } from "./ledger-transaction.entity.js";

export interface Posting {
  kind: LedgerKind;
  /** What caused it: the same cause posts once, or the database refuses. */
  reference: string;
  shopId: string;
  orderId: string | null;
  refundId?: string | null;
  currency: string;
  /** Made by the domain's functions (packages/domain/src/ledger); they sum to zero. */
  entries: readonly LedgerEntry[];
  /** The terms a capture is made under. */
  termsId?: string | null;
  at: Date;
  /** From when it counts for payouts; at once where left out. */
  availableAt?: Date;
}

export interface PostingRows {
  transaction: Omit<LedgerTransactionEntity, "writtenIn">;
  entries: LedgerEntryEntity[];
}

/** A posting as the rows it becomes, for those who write many at once. */
export function rowsOf(posting: Posting): PostingRows {
  const { kind, reference, shopId, orderId, currency, entries, at } = posting;
  assert(
    entries.reduce((sum, { amountMinor }) => sum + amountMinor, 0) === 0,
    "a posting is balanced",
  );
  const id = newId("ledgerTransaction");
  const ofShop = entries.filter(({ account }) => account === "SHOP_BALANCE");
  return {
    transaction: {
      id,
      kind,
      reference,
      shopId,
      orderId,
      refundId: posting.refundId ?? null,
      currency,
      shopMinor: ofShop.reduce((sum, { amountMinor }) => sum - amountMinor, 0),
      termsId: posting.termsId ?? null,
      postedAt: at,
      availableAt: posting.availableAt ?? at,
    },
    entries: entries.map(({ account, component, amountMinor }, index) => ({
      transactionId: id,
      position: index + 1,
      account,
      component,
      shopId: account === "SHOP_BALANCE" ? shopId : null,
      amountMinor,
      currency,
    })),
  };
}

/**
 * Posts to the ledger in the caller's transaction, in one statement. What is posted about an order
 * counts for payouts no sooner than its capture does.
 */
export async function post(manager: EntityManager, posting: Posting): Promise<void> {
  const { transaction, entries } = rowsOf(posting);
  await manager.query(
    `WITH posted AS (
       INSERT INTO ledger_transactions (id, kind, reference, shop_id, order_id, refund_id, currency,
         shop_minor, terms_id, posted_at, available_at)
       SELECT t.id, t.kind, t.reference, t."shopId", t."orderId", t."refundId", t.currency,
         t."shopMinor", t."termsId", t."postedAt",
         GREATEST(t."availableAt", (SELECT MAX(c.available_at) FROM ledger_transactions c
           WHERE c.order_id = t."orderId" AND c.kind = 'CAPTURE'))
       FROM jsonb_to_record($1::jsonb) AS t(id text, kind text, reference text, "shopId" text,
         "orderId" text, "refundId" text, currency text, "shopMinor" bigint, "termsId" text,
         "postedAt" timestamptz, "availableAt" timestamptz)
       RETURNING id
     )
     INSERT INTO ledger_entries
       (transaction_id, position, account, component, shop_id, amount_minor, currency)
     SELECT posted.id, e.position, e.account, e.component, e."shopId", e."amountMinor", e.currency
     FROM posted, jsonb_to_recordset($2::jsonb) AS e(position integer, account text, component text,
       "shopId" text, "amountMinor" bigint, currency text)`,
    [JSON.stringify(transaction), JSON.stringify(entries)],
  );
}
