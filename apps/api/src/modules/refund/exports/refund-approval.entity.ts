import { Check, Column, Entity, ForeignKey, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, nullableText, textColumn } from "#platform/database/columns.js";

export type RefundApprovalStatus = "WAITING" | "APPROVED" | "DECLINED" | "EXPIRED";

/** A refund above somebody's limit, and the second person's answer. The database holds them apart. */
@Entity("refund_approvals")
@Check("refund_approvals_four_eyes", "decided_by_id <> asked_by_id")
@Check("refund_approvals_decided", "(status = 'WAITING') = (decided_at IS NULL)")
export class RefundApprovalEntity {
  @ForeignKey("refunds")
  @PrimaryColumn(textColumn)
  refundId!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @Column(textColumn) status!: RefundApprovalStatus;
  @Column(textColumn) askedById!: string;
  @Column(instant) askedAt!: Date;
  @Column(instant) dueAt!: Date;
  @Column(nullableInstant) decidedAt!: Date | null;
  /** "system" where nobody answered in time. */
  @Column(nullableText) decidedById!: string | null;
  @Column(nullableText) reason!: string | null;
}
