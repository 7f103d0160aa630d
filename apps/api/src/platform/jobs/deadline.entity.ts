import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, nullableText, textColumn } from "#platform/database/columns.js";

/** Something that happens by itself at a time, unless it was settled before. A row, never a timer in memory. */
@Entity("deadlines")
@Index(["orderId"], { where: "order_id IS NOT NULL" })
@Index(["dueAt"], { where: "done_at IS NULL" })
export class DeadlineEntity {
  @PrimaryColumn(textColumn) kind!: string;
  @PrimaryColumn(textColumn) subjectId!: string;
  @Column(instant) dueAt!: Date;
  @Column(nullableInstant) doneAt!: Date | null;
  /** The order that it binds: once it has passed, nobody's command on that order comes before it. */
  @Column(nullableText) orderId!: string | null;
}
