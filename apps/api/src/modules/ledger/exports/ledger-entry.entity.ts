import type { LedgerAccount, LedgerComponent } from "@makegood/domain/ledger/account";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { integer, minor, nullableText, textColumn } from "#platform/database/columns.js";

/** One side of a posting: debits are positive, credits negative; a transaction's entries sum to zero. */
@Entity("ledger_entries")
@Index(["account", "shopId"])
@Check("ledger_entries_amount", "amount_minor <> 0")
@Check("ledger_entries_whose", "(account = 'SHOP_BALANCE') = (shop_id IS NOT NULL)")
export class LedgerEntryEntity {
  @ForeignKey("ledger_transactions")
  @PrimaryColumn(textColumn)
  transactionId!: string;
  /** From 1, without gaps. */
  @PrimaryColumn(integer) position!: number;
  @Column(textColumn) account!: LedgerAccount;
  @Column(nullableText) component!: LedgerComponent | null;
  /** Whose balance it is; null in the marketplace's own accounts. */
  @Column(nullableText) shopId!: string | null;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
}
