import { completeRules } from "@makegood/domain/policy/complete-rules";
import type { PolicyRules } from "@makegood/domain/policy/policy";
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, integer, json, textColumn } from "#platform/database/columns.js";

/** A published policy. The database refuses any change of it: orders rest on the version they were bought under. */
@Entity("policy_versions")
@Index(["shopId", "number"], { unique: true })
export class PolicyVersionEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @Column(integer) number!: number;
  @Column(instant) publishedAt!: Date;
  /** Versions older than a clause are read with what it means to have none. */
  @Column({ ...json, transformer: { to: (rules: PolicyRules) => rules, from: completeRules } })
  rules!: PolicyRules;
}
