import type { LedgerKind } from "@makegood/domain/ledger/account";
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, minor, nullableText, textColumn } from "#platform/database/columns.js";

/**
 * One balanced posting, about one shop's order or its payout. Append-only; the database refuses an
 * update, a delete, an unbalanced sum, another's shop or currency, and an entry that comes later.
 */
@Entity("ledger_transactions")
@Index(["kind", "reference"], { unique: true })
@Index(["shopId", "currency", "postedAt", "id"])
export class LedgerTransactionEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) kind!: LedgerKind;
  /** What caused it (order, refund, attempt or payout id): the same cause posts once. */
  @Column(textColumn) reference!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  /** Null for what concerns the shop alone: a payout. */
  @Index()
  @ForeignKey("orders")
  @Column(nullableText)
  orderId!: string | null;
  @Column(nullableText) refundId!: string | null;
  @Column(textColumn) currency!: string;
  /** What it adds to the shop's balance (negative: takes from it): minus the sum of its entries there. */
  @Column(minor) shopMinor!: number;
  /** The terms an order was captured under, which every later posting of it follows. */
  @ForeignKey("money_terms")
  @Column(nullableText)
  termsId!: string | null;
  @Column(instant) postedAt!: Date;
  /** From when it counts for payouts. */
  @Column(instant) availableAt!: Date;
  /** The database transaction that wrote it, and alone may write its entries. Set by the database. */
  @Column({ type: "bigint", insert: false, select: false })
  writtenIn!: string;
}
