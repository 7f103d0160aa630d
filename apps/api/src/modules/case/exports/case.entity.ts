import type { CaseStatus } from "@makegood/domain/case/case-machine";
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  nullableInstant,
  nullableJson,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/** A conversation with support about an order. */
@Entity("cases")
@Index(["sortAt", "id"])
@Index(["buyerId", "openedAt", "id"])
export class CaseEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index({ unique: true })
  @Column(textColumn)
  number!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @ForeignKey("people")
  @Column(textColumn)
  buyerId!: string;
  @Column(textColumn) topic!: string;
  @Column(textColumn) subject!: string;
  @Column(textColumn) status!: CaseStatus;
  @Column(instant) openedAt!: Date;
  @Column(instant) updatedAt!: Date;
  @Column(nullableInstant) replyBy!: Date | null;
  /** The date that was missed with the answer that is still owed; `replyBy` is what is expected now. */
  @Column(nullableInstant) lateSince!: Date | null;
  /** When support looks again at a case that waits for somebody else; null while it waits for us. */
  @Column(nullableInstant) waitsUntil!: Date | null;
  @Column(nullableInstant) resolvedAt!: Date | null;
  /** The closed case that it goes on from. */
  @Column(nullableText) followUpOf!: string | null;
  /** The nearest of these dates, or far in the future where there is none: what the inbox is sorted by. */
  @Column(instant) sortAt!: Date;
  @ForeignKey("people")
  @Column(nullableText)
  assigneeId!: string | null;
  /** The refusal the buyer met, in the words they saw. */
  @Column(nullableText) refusal!: string | null;
  /** The decision as it stood when the case was opened. */
  @Column(nullableJson) decision!: Record<string, unknown> | null;
  /** Number, subject, order number and buyer in lower case, for search. */
  @Column(textColumn) searchText!: string;
}

/** By the date at which somebody has to do something; without one, a case comes last. */
export const sortsAt = (
  support: Pick<CaseEntity, "replyBy" | "waitsUntil"> & Partial<Pick<CaseEntity, "lateSince">>,
): Date =>
  support.lateSince ?? support.replyBy ?? support.waitsUntil ?? new Date("9999-01-01T00:00:00Z");
