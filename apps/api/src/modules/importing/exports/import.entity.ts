import { Column, Entity, PrimaryColumn } from "typeorm";
import { instant, json, nullableInstant, textColumn } from "#platform/database/columns.js";

/** One run of an import, with its report. */
@Entity("imports")
export class ImportEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) format!: string;
  @Column(instant) startedAt!: Date;
  @Column(nullableInstant) finishedAt!: Date | null;
  @Column(json) report!: Record<string, unknown>;
}
