import type { LedgerEntry, LedgerKind } from "@makegood/domain/ledger/account";
import type { EntityManager } from "typeorm";
import { LedgerEntryEntity } from "./ledger-entry.entity.js";

/** What one cause posted, for the posting that takes it back. */
export function postedEntries(
  manager: EntityManager,
  kind: LedgerKind,
  reference: string,
): Promise<LedgerEntry[]> {
  return manager
    .createQueryBuilder(LedgerEntryEntity, "e")
    .innerJoin("ledger_transactions", "t", "t.id = e.transactionId")
    .where("t.kind = :kind AND t.reference = :reference", { kind, reference })
    .orderBy("e.position")
    .getMany();
}
