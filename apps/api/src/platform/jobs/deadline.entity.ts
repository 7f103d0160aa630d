import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, textColumn } from "#platform/database/columns.js";

/** Something that happens by itself at a time, unless it was settled before. A row, never a timer in memory. */
@Entity("deadlines")
@Index(["dueAt"], { where: "done_at IS NULL" })
export class DeadlineEntity {
  @PrimaryColumn(textColumn) kind!: string;
  @PrimaryColumn(textColumn) subjectId!: string;
  @Column(instant) dueAt!: Date;
  @Column(nullableInstant) doneAt!: Date | null;
}
