import type { DriftKind, DriftSubject } from "@makegood/domain/reconciliation/drift";
import type { DriftStatus } from "@makegood/domain/reconciliation/drift-machine";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import {
  instant,
  nullableInstant,
  nullableMinor,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/**
 * A difference between our books and a provider's. The same one is one item, however often it is found;
 * one that two people accepted stays as it was, beside whatever else its subject comes to.
 */
@Entity("drift_items")
@Index("drift_items_one_open", ["provider", "about", "kind", "subject"], {
  unique: true,
  where: "status <> 'ACCEPTED'",
})
@Index(["dueBy", "id"], { where: "status IN ('OPEN', 'ACCEPTANCE_PROPOSED')" })
@Index(["closedAt", "id"], { where: "closed_at IS NOT NULL" })
@Index(["orderId"])
@Check("drift_items_two_persons", "accepted_by_id <> proposed_by_id")
export class DriftItemEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) provider!: ProviderName;
  @Column(textColumn) about!: DriftSubject;
  @Column(textColumn) kind!: DriftKind;
  /** Our id of what differs, or the provider's where that is one too many. */
  @Column(textColumn) subject!: string;
  /** When it was made; by the provider's clock where the provider has it. */
  @Column(instant) subjectAt!: Date;
  @Column(textColumn) status!: DriftStatus;
  @ForeignKey("refund_attempts")
  @Column(nullableText)
  attemptId!: string | null;
  @ForeignKey("payments")
  @Column(nullableText)
  paymentId!: string | null;
  @ForeignKey("orders")
  @Column(nullableText)
  orderId!: string | null;
  @ForeignKey("chargebacks")
  @Column(nullableText)
  chargebackId!: string | null;
  @ForeignKey("refund_payouts")
  @Column(nullableText)
  payoutId!: string | null;
  /** What the provider calls it; null where it has none. */
  @Column(nullableText) theirsId!: string | null;
  @Column(nullableMinor) oursMinor!: number | null;
  @Column(nullableText) oursCurrency!: string | null;
  @Column(nullableMinor) theirsMinor!: number | null;
  @Column(nullableText) theirsCurrency!: string | null;
  @Column(nullableText) theirStatus!: string | null;
  @Column(instant) foundAt!: Date;
  /** By when somebody should have settled it. */
  @Column(instant) dueBy!: Date;
  /** Who sees to it. */
  @ForeignKey("people")
  @Column(nullableText)
  assigneeId!: string | null;
  /** When it rose to a lead, nobody having settled it in time. */
  @Column(nullableInstant) escalatedAt!: Date | null;
  /** The run that saw it last. */
  @Column(textColumn) runId!: string;
  @Column(nullableInstant) closedAt!: Date | null;
  @ForeignKey("cases")
  @Column(nullableText)
  caseId!: string | null;
  /** Who proposed to leave it as it is, and why. */
  @ForeignKey("people")
  @Column(nullableText)
  proposedById!: string | null;
  @Column(nullableText) reason!: string | null;
  @ForeignKey("people")
  @Column(nullableText)
  acceptedById!: string | null;
}
