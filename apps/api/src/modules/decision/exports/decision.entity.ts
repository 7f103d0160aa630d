import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, json, nullableJson, textColumn } from "#platform/database/columns.js";

/** What was decided for a command, as it was explained. Append-only: it can be replayed, never rewritten. */
@Entity("decisions")
export class DecisionEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @ForeignKey("policy_versions")
  @Column(textColumn)
  policyVersionId!: string;
  @Column(textColumn) command!: string;
  @Column(textColumn) outcome!: string;
  @Column(textColumn) rule!: string;
  /** The decision whole, as the domain made it. */
  @Column(json) body!: Record<string, unknown>;
  /** What was asked, facts and all; null for what was decided before this was kept. */
  @Column(nullableJson) question!: Record<string, unknown> | null;
  @Column(textColumn) callerId!: string;
  @Column(instant) decidedAt!: Date;
}
