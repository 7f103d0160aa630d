import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { integer, minor, nullableText, textColumn } from "#platform/database/columns.js";

/**
 * PROVIDER_CLEARING: what the provider holds for us. SHOP_BALANCE: what a shop has earned.
 * REFUND_OWED: what buyers are owed and have not been sent. GOODWILL: what the marketplace gives.
 */
export type LedgerAccount = "PROVIDER_CLEARING" | "SHOP_BALANCE" | "REFUND_OWED" | "GOODWILL";

/** One side of a posting: debits are positive, credits negative; a transaction's entries sum to zero. */
@Entity("ledger_entries")
@Index(["account", "shopId"])
@Check("ledger_entries_amount", "amount_minor <> 0")
export class LedgerEntryEntity {
  @ForeignKey("ledger_transactions")
  @PrimaryColumn(textColumn)
  transactionId!: string;
  @PrimaryColumn(integer) position!: number;
  @Column(textColumn) account!: LedgerAccount;
  @Column(nullableText) shopId!: string | null;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
}
