import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { flag, instant, textColumn } from "#platform/database/columns.js";
import type { ActorKind } from "#platform/identity/actor.js";

/** Something said in a case; internal notes are for agents only. */
@Entity("case_messages")
@Index(["caseId", "id"])
export class CaseMessageEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("cases")
  @Column(textColumn)
  caseId!: string;
  @Column(textColumn) authorKind!: ActorKind;
  @Column(textColumn) authorId!: string;
  @Column(textColumn) authorName!: string;
  @Column(textColumn) body!: string;
  @Column(flag) internal!: boolean;
  @Column(instant) sentAt!: Date;
}
