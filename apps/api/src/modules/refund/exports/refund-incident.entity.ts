import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  minor,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/** NOT_TWICE: the other way failed later, so that it was paid once. */
export type IncidentSettlement = "PAID_BACK" | "WRITTEN_OFF" | "NOT_TWICE";

/**
 * Money that arrived twice: what was known to have failed, an attempt or a transfer, worked after all
 * when the buyer had been paid otherwise. It stays in support's sight until somebody settles it.
 */
@Entity("refund_incidents")
@Index(["foundAt", "id"], { where: "settled_at IS NULL" })
@Index("refund_incidents_open_attempt", ["attemptId"], {
  unique: true,
  where: "settled_at IS NULL",
})
@Index("refund_incidents_by_payout", ["payoutId", "allocationId"], { unique: true })
@Check("refund_incidents_paid_by", "(attempt_id IS NULL) <> (payout_id IS NULL)")
@Check(
  "refund_incidents_settled",
  "(settled_at IS NULL) = (settlement IS NULL) AND (settled_at IS NULL) = (settled_by_id IS NULL)",
)
export class RefundIncidentEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("refunds")
  @Column(textColumn)
  refundId!: string;
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  /** The part that arrived twice. */
  @Index()
  @ForeignKey("refund_allocations")
  @Column(textColumn)
  allocationId!: string;
  /** The attempt that paid a second time; null where a transfer did. */
  @Index()
  @ForeignKey("refund_attempts")
  @Column(nullableText)
  attemptId!: string | null;
  /** The transfer that paid a second time; null where an attempt did. */
  @ForeignKey("refund_payouts")
  @Column(nullableText)
  payoutId!: string | null;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  @Column(instant) foundAt!: Date;
  @Column(nullableInstant) settledAt!: Date | null;
  @Column(nullableText) settlement!: IncidentSettlement | null;
  @Column(nullableText) settledById!: string | null;
  /** Why, in the agent's words. */
  @Column(nullableText) note!: string | null;
}
