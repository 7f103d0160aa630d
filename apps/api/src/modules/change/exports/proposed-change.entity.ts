import type { Localized } from "@makegood/domain/text/locale";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  json,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/** Commands that one person proposes and another carries out. */
export const twoPersonCommands = [
  "publishMoneyTerms",
  "settlePayout",
  "settleRefundIncident",
  "setStopSwitch",
  "liftStopSwitch",
  "setRefundLimit",
  "createMarketplaceKey",
] as const;
export type TwoPersonCommand = (typeof twoPersonCommands)[number];

export type ChangeStatus = "OPEN" | "APPROVED" | "DECLINED";

/** What somebody wants done that needs a second person, until that person answers or it lapses. */
@Entity("proposed_changes")
@Index("proposed_changes_open", ["command", "inputHash"], {
  unique: true,
  where: "status = 'OPEN'",
})
@Check(
  "proposed_changes_two_people",
  "status <> 'APPROVED' OR (decided_by_id IS NOT NULL AND decided_by_id <> proposed_by_id)",
)
export class ProposedChangeEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) command!: TwoPersonCommand;
  /** What the command is carried out with. */
  @Column(json) input!: Record<string, unknown>;
  @Column(textColumn) inputHash!: string;
  /** What will happen, in words, as it was when it was proposed. */
  @Column(json) summary!: Localized<string>;
  @Column(textColumn) status!: ChangeStatus;
  @ForeignKey("people")
  @Column(textColumn)
  proposedById!: string;
  @Column(instant) proposedAt!: Date;
  /** From then on nobody can approve it any more. */
  @Column(instant) expiresAt!: Date;
  @Column(nullableText) decidedById!: string | null;
  @Column(nullableInstant) decidedAt!: Date | null;
  /** Why it was declined. */
  @Column(nullableText) reason!: string | null;
}
