import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, nullableText, textColumn } from "#platform/database/columns.js";

export type LedgerTransactionKind =
  | "CAPTURE"
  | "REFUND_OWED"
  | "REFUND_PAID"
  | "REFUND_REVERSED"
  | "REFUND_CANCELED"
  | "GOODWILL_OWED";

/** One balanced posting. Append-only; the database refuses an update, a delete and an unbalanced sum. */
@Entity("ledger_transactions")
@Index(["kind", "reference"], { unique: true })
export class LedgerTransactionEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) kind!: LedgerTransactionKind;
  /** What caused it (order, refund or attempt id): the same cause posts once. */
  @Column(textColumn) reference!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @Column(nullableText) refundId!: string | null;
  @Column(instant) postedAt!: Date;
}
