import { assert } from "@makegood/domain/assert";
import type { EntityManager } from "typeorm";
import { newId } from "#platform/ids.js";
import { type LedgerAccount, LedgerEntryEntity } from "./ledger-entry.entity.js";
import {
  LedgerTransactionEntity,
  type LedgerTransactionKind,
} from "./ledger-transaction.entity.js";

export interface Posting {
  kind: LedgerTransactionKind;
  /** What caused it: the same cause posts once, or the database refuses. */
  reference: string;
  orderId: string;
  refundId?: string | null;
  shopId: string;
  amountMinor: number;
  currency: string;
  at: Date;
}

/** Which account each kind debits and which it credits. */
const sides: Record<LedgerTransactionKind, { debit: LedgerAccount; credit: LedgerAccount }> = {
  CAPTURE: { debit: "PROVIDER_CLEARING", credit: "SHOP_BALANCE" },
  REFUND_OWED: { debit: "SHOP_BALANCE", credit: "REFUND_OWED" },
  REFUND_PAID: { debit: "REFUND_OWED", credit: "PROVIDER_CLEARING" },
  REFUND_REVERSED: { debit: "PROVIDER_CLEARING", credit: "REFUND_OWED" },
  REFUND_CANCELED: { debit: "REFUND_OWED", credit: "SHOP_BALANCE" },
  GOODWILL_OWED: { debit: "GOODWILL", credit: "REFUND_OWED" },
};

/** The two entries of a posting: a debit is positive, a credit negative. */
export function entriesOf(transactionId: string, posting: Posting): LedgerEntryEntity[] {
  assert(posting.amountMinor > 0, "only positive amounts are posted");
  const { debit, credit } = sides[posting.kind];
  const entry = (position: number, account: LedgerAccount, amountMinor: number) => ({
    transactionId,
    position,
    account,
    shopId: account === "SHOP_BALANCE" ? posting.shopId : null,
    amountMinor,
    currency: posting.currency,
  });
  return [entry(1, debit, posting.amountMinor), entry(2, credit, -posting.amountMinor)];
}

/** Posts to the ledger in the caller's transaction. */
export async function post(manager: EntityManager, posting: Posting): Promise<void> {
  const id = newId("ledgerTransaction");
  await manager.insert(LedgerTransactionEntity, {
    id,
    kind: posting.kind,
    reference: posting.reference,
    orderId: posting.orderId,
    refundId: posting.refundId ?? null,
    postedAt: posting.at,
  });
  await manager.insert(LedgerEntryEntity, entriesOf(id, posting));
}
