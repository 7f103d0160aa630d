import { Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { textColumn } from "#platform/database/columns.js";

/** A part of a refund that a payout was made for, written by the database when the payout is. */
@Entity("refund_payout_parts")
export class RefundPayoutPartEntity {
  @ForeignKey("refund_payouts")
  @PrimaryColumn(textColumn)
  payoutId!: string;
  @Index()
  @ForeignKey("refund_allocations")
  @PrimaryColumn(textColumn)
  allocationId!: string;
}
