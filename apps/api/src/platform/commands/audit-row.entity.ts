import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instant, json, nullableText, textColumn } from "#platform/database/columns.js";

/** Who asked for what, and what came of it. Append-only. */
@Entity("audit_rows")
@Index(["orderId", "at"])
export class AuditRowEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(instant) at!: Date;
  @Column(textColumn) actorKind!: string;
  @Column(textColumn) actorId!: string;
  @Column(textColumn) command!: string;
  @Column(nullableText) orderId!: string | null;
  /** "done", or the kind of the refusal. */
  @Column(textColumn) outcome!: string;
  @Column(json) input!: Record<string, unknown>;
}
