import type { AwaitedParty } from "@makegood/domain/case/awaited";
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { flag, instant, nullableText, textColumn } from "#platform/database/columns.js";
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
  /**
   * Whom it awaits. NOBODY from an agent: it is still with support. NOBODY from the buyer: nothing is
   * open. Null where that wasn't asked.
   */
  @Column(nullableText) awaits!: AwaitedParty | null;
  @Column(instant) sentAt!: Date;
}
