import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { minor, nullableText, textColumn } from "#platform/database/columns.js";

export type RefundAllocationStatus =
  | "PENDING"
  | "PROCESSING"
  | "SUCCEEDED"
  | "FAILED"
  | "REVERSED"
  | "CANCELED";

/** What a trace is: numbers of card networks, or what a bank calls a transfer. */
export type TraceType = "ARN" | "STAN" | "RRN" | "BANK";

/** The part of a refund that goes back to one payment. Inserting it reserves the amount there and on the order. */
@Entity("refund_allocations")
@Index(["refundId", "paymentId"], { unique: true })
@Check("refund_allocations_amount", "amount_minor > 0")
export class RefundAllocationEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("refunds")
  @Column(textColumn)
  refundId!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @Index()
  @ForeignKey("payments")
  @Column(textColumn)
  paymentId!: string;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) status!: RefundAllocationStatus;
  /** The payout that pays it otherwise; null while it goes back the way it came. */
  @ForeignKey("refund_payouts")
  @Column(nullableText)
  payoutId!: string | null;
  @Column(nullableText) traceType!: TraceType | null;
  @Column(nullableText) traceValue!: string | null;
}
