import type { CostBearer, GoodwillReason } from "@makegood/domain/refund/goodwill";
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

export type RefundOrigin =
  | "CANCELLATION"
  | "RETURN"
  | "ON_BEHALF"
  | "GOODWILL"
  | "LATE_PAYMENT"
  | "NOT_DELIVERED";

/** One movement of money back to one buyer; its amount is the sum of its allocations, held so by the database. */
@Entity("refunds")
@Index(["buyerId", "createdAt", "id"])
@Index(["shopId", "createdAt", "id"])
@Index(["createdAt", "id"])
// What somebody gave of their own accord, for their limit of a day.
@Index(["createdById", "createdAt"], { where: "origin IN ('ON_BEHALF', 'GOODWILL')" })
@Index("refunds_to_approve", ["waitsUntil", "id"], { where: "status = 'PENDING_APPROVAL'" })
@Index("refunds_stopped", ["shopId"], { where: "pending_reason = 'stopped'" })
@Check("refunds_amount", "amount_minor > 0")
@Check("refunds_goodwill", "(origin = 'GOODWILL') = (goodwill_reason IS NOT NULL)")
@Check(
  "refunds_borne_by",
  "borne_by = 'SHOP' OR (borne_by = 'MARKETPLACE' AND origin = 'GOODWILL')",
)
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
  /** At most one refund for a cancellation, beside what was split from it. */
  @Index("refunds_of_cancellation", { unique: true, where: "split_from_id IS NULL" })
  @Index()
  @ForeignKey("cancellations")
  @Column(nullableText)
  cancellationId!: string | null;
  /** At most one refund for a return, likewise. */
  @Index("refunds_of_return", { unique: true, where: "split_from_id IS NULL" })
  @Index()
  @ForeignKey("returns")
  @Column(nullableText)
  returnId!: string | null;
  /** The refund that it is a part of: what a bank holds back of one, or what it left of one. */
  @Index()
  @ForeignKey("refunds")
  @Column(nullableText)
  splitFromId!: string | null;
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
  @Column(nullableText) goodwillReason!: GoodwillReason | null;
  /** Whose money it is in the end. */
  @Column({ ...textColumn, default: "SHOP" }) borneBy!: CostBearer;
  /** Null while a second person has not agreed. */
  @Column(nullableInstant) approvedAt!: Date | null;
  /** Until when it waits for a second person, or for a stop switch; null where it doesn't. */
  @Column(nullableInstant) waitsUntil!: Date | null;
  @Column(instant) promisedBy!: Date;
  /** Once the promise was broken: by when it is expected now. */
  @Column(nullableInstant) newlyExpectedBy!: Date | null;
  /** Until when the buyer can give what a provider asks for; null where nothing is asked. */
  @Column(nullableInstant) actionBy!: Date | null;
  @Column(nullableInstant) submittedAt!: Date | null;
  @Column(nullableInstant) succeededAt!: Date | null;
  @Column(nullableInstant) expectedAtBankBy!: Date | null;
  @Column(nullableText) pendingReason!: string | null;
  @Column(nullableText) failureReason!: string | null;
}
