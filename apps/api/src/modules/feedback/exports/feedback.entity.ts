import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  flag,
  instant,
  integer,
  json,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

export type FeedbackTag = "FAST" | "CLEAR" | "FRIENDLY" | "FAIR" | "SLOW" | "CONFUSING";

/** What a buyer said about how it was handled, or a review that came with an import. */
@Entity("feedback")
@Index(["orderId"], { unique: true, where: "NOT imported" })
@Index(["shopId", "givenAt", "id"])
@Index(["givenAt", "id"])
@Check("feedback_rating", "rating BETWEEN 1 AND 5")
export class FeedbackEntity {
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
  @Column(integer) rating!: number;
  @Column(json) tags!: FeedbackTag[];
  @Column(nullableText) words!: string | null;
  @Column(instant) givenAt!: Date;
  /** When its buyer changed it, which they can once. */
  @Column(nullableInstant) editedAt!: Date | null;
  /** What the shop says to it. */
  @Column(nullableText) answer!: string | null;
  @Column(nullableInstant) answeredAt!: Date | null;
  @Column(flag) imported!: boolean;
  @Index({ unique: true })
  @Column(nullableText)
  externalId!: string | null;
}
