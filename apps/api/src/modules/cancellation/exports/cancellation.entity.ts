import type { CancellationStatus } from "@makegood/domain/cancellation/cancellation-machine";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  minor,
  nullableInstant,
  nullableJson,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";
import type { ActorKind } from "#platform/identity/actor.js";

export type CancellationKind = "BUYER_REQUEST" | "SELLER" | "PLATFORM" | "STATUTORY_WITHDRAWAL";

/** A request to cancel all or some units of an order before they ship. */
@Entity("cancellations")
@Index(["shopId", "respondBy", "id"], { where: "status = 'PENDING_SELLER'" })
@Check("cancellations_amount", "amount_minor >= 0")
export class CancellationEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @Column(textColumn) status!: CancellationStatus;
  @Column(textColumn) kind!: CancellationKind;
  @Column(instant) requestedAt!: Date;
  @Column(textColumn) requestedBy!: ActorKind;
  @Column(textColumn) requestedById!: string;
  @Column(nullableText) reasonCode!: string | null;
  /** The reason's words in every language, as they were when it was given. */
  @Column(nullableJson) reasonLabel!: Record<string, string> | null;
  @Column(nullableText) note!: string | null;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  @Column(nullableInstant) respondBy!: Date | null;
  @Column(nullableInstant) decidedAt!: Date | null;
  @Column(nullableText) decidedBy!: ActorKind | null;
  @Column(nullableText) rejectionReason!: string | null;
  @Column(nullableText) rejectionNote!: string | null;
  /** Until when the buyer can bring a rejection to support. */
  @Column(nullableInstant) appealBy!: Date | null;
  @ForeignKey("decisions")
  @Column(textColumn)
  decisionId!: string;
  @ForeignKey("quotes")
  @Column(textColumn)
  quoteId!: string;
}
