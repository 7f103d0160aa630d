import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { textColumn } from "#platform/database/columns.js";
import type { AgentRole } from "#platform/identity/caller.js";

/** A member of the marketplace's support team. */
@Entity("agents")
export class AgentEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index({ unique: true })
  @ForeignKey("people")
  @Column(textColumn)
  personId!: string;
  @Column(textColumn) role!: AgentRole;
}
