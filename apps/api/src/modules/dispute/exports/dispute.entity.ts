import type { DisputeStatus } from "@makegood/domain/dispute/dispute-machine";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  nullableInstant,
  nullableMinor,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

export type RulingFor = "BUYER" | "SELLER" | "SPLIT";

/** Buyer and seller disagree about a cancellation or return, and an agent rules. */
@Entity("disputes")
@Index(["status", "dueAt"])
@Check("disputes_one_subject", "(cancellation_id IS NULL) <> (return_id IS NULL)")
export class DisputeEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  /** The conversation with support it is part of. */
  @ForeignKey("cases")
  @Column(textColumn)
  caseId!: string;
  @Index()
  @ForeignKey("cancellations")
  @Column(nullableText)
  cancellationId!: string | null;
  @Index()
  @ForeignKey("returns")
  @Column(nullableText)
  returnId!: string | null;
  @Column(textColumn) status!: DisputeStatus;
  @Column(instant) openedAt!: Date;
  @Column(nullableInstant) dueAt!: Date | null;
  @Column(textColumn) buyerStatement!: string;
  @Column(nullableText) sellerResponse!: string | null;
  @Column(nullableText) ruledFor!: RulingFor | null;
  /** What a split gives back. */
  @Column(nullableMinor) ruledMinor!: number | null;
  @Column(nullableText) rulingReason!: string | null;
  @Column(nullableText) ruledById!: string | null;
  @Column(nullableInstant) ruledAt!: Date | null;
  @Column(nullableText) appealStatement!: string | null;
}
