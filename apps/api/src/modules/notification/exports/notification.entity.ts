import type { termsNewsKind } from "@makegood/domain/ledger/terms-news";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  nullableInstant,
  nullableInteger,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/** An event, or new terms, as one person is told of it, once however often the job runs. */
@Entity("notifications")
@Check(
  "notifications_of_one_thing",
  "(order_id IS NULL) = (terms_id IS NOT NULL) AND (order_id IS NULL) = (seq IS NULL)",
)
@Index(["personId", "orderId", "seq"], { unique: true })
@Index(["personId", "termsId"], { unique: true })
@Index(["personId", "createdAt", "id"])
export class NotificationEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("people")
  @Column(textColumn)
  personId!: string;
  /** Whose event it is; null where it is none. */
  @ForeignKey("orders")
  @Column(nullableText)
  orderId!: string | null;
  @Column(nullableInteger) seq!: number | null;
  @ForeignKey("money_terms")
  @Column(nullableText)
  termsId!: string | null;
  @Column(textColumn) kind!: EventKind | typeof termsNewsKind;
  @Column(instant) createdAt!: Date;
  @Column(nullableInstant) readAt!: Date | null;
}
