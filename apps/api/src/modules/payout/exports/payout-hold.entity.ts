import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, minor, nullableInstant, textColumn } from "#platform/database/columns.js";

export type PayoutHoldReason = "DISPUTE" | "CHARGEBACK";

/** An amount of a shop's balance that is not paid out while somebody argues about it. */
@Entity("payout_holds")
@Index(["reason", "subjectId"], { unique: true })
@Index(["shopId"], { where: "released_at IS NULL" })
@Check("payout_holds_amount", "amount_minor > 0")
export class PayoutHoldEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @Column(textColumn) reason!: PayoutHoldReason;
  /** The dispute or chargeback that holds it. */
  @Column(textColumn) subjectId!: string;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  @Column(instant) placedAt!: Date;
  @Column(nullableInstant) releasedAt!: Date | null;
}
