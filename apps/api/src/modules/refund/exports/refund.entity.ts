import type { RefundStatus } from "@makegood/domain/refund/refund-machine";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  minor,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";
import type { ActorKind } from "#platform/identity/actor.js";

export type RefundOrigin = "CANCELLATION" | "RETURN" | "ON_BEHALF";

/** One movement of money back to one buyer; its amount is the sum of its allocations, held so by the database. */
@Entity("refunds")
@Index(["buyerId", "createdAt", "id"])
@Index(["shopId", "createdAt", "id"])
@Index(["createdAt", "id"])
@Check("refunds_amount", "amount_minor > 0")
export class RefundEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @ForeignKey("people")
  @Column(textColumn)
  buyerId!: string;
  /** At most one refund for a cancellation. */
  @Index({ unique: true })
  @ForeignKey("cancellations")
  @Column(nullableText)
  cancellationId!: string | null;
  /** At most one refund for a return. */
  @Index({ unique: true })
  @ForeignKey("returns")
  @Column(nullableText)
  returnId!: string | null;
  /** Why it is given: the decision of its command. Null for what was refunded before these were kept. */
  @ForeignKey("decisions")
  @Column(nullableText)
  decisionId!: string | null;
  @Column(textColumn) origin!: RefundOrigin;
  @Column(textColumn) status!: RefundStatus;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  @Column(instant) createdAt!: Date;
  @Column(textColumn) createdBy!: ActorKind;
  @Column(textColumn) createdById!: string;
  @Column(nullableText) reason!: string | null;
  @Column(instant) promisedBy!: Date;
  /** Once the promise was broken: by when it is expected now. */
  @Column(nullableInstant) newlyExpectedBy!: Date | null;
  @Column(nullableInstant) submittedAt!: Date | null;
  @Column(nullableInstant) succeededAt!: Date | null;
  @Column(nullableInstant) expectedAtBankBy!: Date | null;
  @Column(nullableText) pendingReason!: string | null;
  @Column(nullableText) failureReason!: string | null;
}
