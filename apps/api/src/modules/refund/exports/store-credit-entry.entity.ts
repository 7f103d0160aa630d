import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, minor, textColumn } from "#platform/database/columns.js";

export type StoreCreditKind = "REFUND" | "BONUS";

/** A line of a buyer's store credit; written once. The balance is the sum of its currency's lines. */
@Entity("store_credit_entries")
@Index(["buyerId", "createdAt", "id"])
@Index(["payoutId", "kind"], { unique: true })
@Check("store_credit_entries_amount", "amount_minor > 0")
export class StoreCreditEntryEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("people")
  @Column(textColumn)
  buyerId!: string;
  @Column(textColumn) kind!: StoreCreditKind;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  @ForeignKey("refund_payouts")
  @Column(textColumn)
  payoutId!: string;
  @ForeignKey("refunds")
  @Column(textColumn)
  refundId!: string;
  @Column(instant) createdAt!: Date;
}
