import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { bytes, instant, textColumn } from "#platform/database/columns.js";

/** A label that was printed for a return. */
@Entity("return_labels")
export class ReturnLabelEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index({ unique: true })
  @ForeignKey("returns")
  @Column(textColumn)
  returnId!: string;
  @Column(textColumn) carrier!: string;
  @Index({ unique: true })
  @Column(textColumn)
  trackingNumber!: string;
  @Column({ ...bytes, select: false }) pdf!: Buffer;
  @Column(instant) printedAt!: Date;
}
