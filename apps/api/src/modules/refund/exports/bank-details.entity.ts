import type { BankDetailsKind } from "@makegood/domain/repayment/bank-details";
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, nullableText, textColumn } from "#platform/database/columns.js";

/**
 * A buyer's bank account, given for one refund: sealed, shown to nobody again but as its mask, and
 * erased once the money has arrived.
 */
@Entity("bank_details")
export class BankDetailsEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("refunds")
  @Column(textColumn)
  refundId!: string;
  @ForeignKey("people")
  @Column(textColumn)
  buyerId!: string;
  @Column(textColumn) kind!: BankDetailsKind;
  @Column(textColumn) masked!: string;
  /** Which key sealed it. */
  @Column(textColumn) keyId!: string;
  @Column({ type: "bytea", nullable: true })
  sealed!: Buffer | null;
  @Column(instant) givenAt!: Date;
  /** When the provider took them for an attempt that waited; null for a payout of their own. */
  @Column(nullableInstant) takenAt!: Date | null;
  @Column(nullableInstant) erasedAt!: Date | null;
  /** The attempt they were given for; null for a payout of their own. */
  @ForeignKey("refund_attempts")
  @Column(nullableText)
  attemptId!: string | null;
}
