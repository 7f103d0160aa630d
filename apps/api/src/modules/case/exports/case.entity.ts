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
  /** replyBy, or far in the future where nobody waits for us: what the inbox is sorted by. */
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

/** Where nobody waits for us, a case comes last. */
export const sortsAt = (replyBy: Date | null): Date => replyBy ?? new Date("9999-01-01T00:00:00Z");
