import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import {
  flag,
  instant,
  integer,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/**
 * OPEN until the outcome is known for certain; only then may another attempt begin. PAID_TWICE: it was
 * known to have failed, and worked after all when the money had gone another way.
 */
export type RefundAttemptStatus = "OPEN" | "SUCCEEDED" | "FAILED" | "REVERSED" | "PAID_TWICE";

/**
 * One try to move an allocation's money. Its provider key is committed before the first call and
 * used again by every technical retry, so that a lost answer can never become a second payment.
 */
@Entity("refund_attempts")
@Index("refund_attempts_provider_refund", ["provider", "providerRefundId"], { unique: true })
@Index(["allocationId", "number"], { unique: true })
@Index("refund_attempts_one_live", ["allocationId"], {
  unique: true,
  where: "status IN ('OPEN', 'SUCCEEDED')",
})
export class RefundAttemptEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("refund_allocations")
  @Column(textColumn)
  allocationId!: string;
  @Index()
  @ForeignKey("refunds")
  @Column(textColumn)
  refundId!: string;
  @Column(integer) number!: number;
  /** Whom it is sent to; kept with the key, and like it never changed. */
  @Column({ ...textColumn, default: "sandbox" }) provider!: ProviderName;
  @Index({ unique: true })
  @Column(textColumn)
  providerKey!: string;
  @Column(nullableText) providerRefundId!: string | null;
  @Column(textColumn) status!: RefundAttemptStatus;
  /** Whether it waits for the buyer to say something. */
  @Column(flag) needsAction!: boolean;
  @Column(nullableText) pendingReason!: string | null;
  @Column(nullableText) failureReason!: string | null;
  @Column(instant) createdAt!: Date;
  @Column(nullableInstant) settledAt!: Date | null;
}
