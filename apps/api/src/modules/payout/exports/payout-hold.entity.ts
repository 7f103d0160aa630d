import type { HoldReason } from "@makegood/domain/payout/hold-words";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, minor, nullableInstant, textColumn } from "#platform/database/columns.js";

/** An amount of a shop's balance that is not paid out, for a reason that ends. */
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
  @Column(textColumn) reason!: HoldReason;
  /** What holds it: the dispute, the share of a chargeback; of a difference, its id and the order's. */
  @Column(textColumn) subjectId!: string;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  @Column(instant) placedAt!: Date;
  @Column(nullableInstant) releasedAt!: Date | null;
}
