import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, integer, nullableInstant, textColumn } from "#platform/database/columns.js";

/** An event as one person is told of it, once however often the job runs. */
@Entity("notifications")
@Index(["personId", "orderId", "seq"], { unique: true })
@Index(["personId", "createdAt", "id"])
export class NotificationEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("people")
  @Column(textColumn)
  personId!: string;
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @Column(integer) seq!: number;
  @Column(textColumn) kind!: EventKind;
  @Column(instant) createdAt!: Date;
  @Column(nullableInstant) readAt!: Date | null;
}
