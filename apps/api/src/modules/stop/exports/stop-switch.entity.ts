import type { StopScope } from "@makegood/domain/stop/stop-switch";
import { Check, Column, Entity, Index, PrimaryColumn } from "typeorm";
import { instant, nullableInstant, nullableText, textColumn } from "#platform/database/columns.js";

/** Holds refunds back before they are sent, until it is lifted or its date has come. */
@Entity("stop_switches")
@Index("stop_switches_one_on", ["scope", "subject"], { unique: true, where: "lifted_at IS NULL" })
@Index(["setAt", "id"])
@Check(
  "stop_switches_scope",
  "scope IN ('ALL', 'SHOP', 'PROVIDER') AND (scope = 'ALL') = (subject = '')",
)
export class StopSwitchEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) scope!: StopScope;
  /** The shop's id or the provider's name; empty where it holds back everything. */
  @Column(textColumn) subject!: string;
  /** For the team; buyers are told only that something is being checked. */
  @Column(textColumn) reason!: string;
  @Column(instant) setAt!: Date;
  @Column(textColumn) setById!: string;
  /** When it lifts itself, unless somebody did before or set it again. */
  @Column(instant) until!: Date;
  @Column(nullableInstant) liftedAt!: Date | null;
  @Column(nullableText) liftedById!: string | null;
  @Column(nullableText) liftReason!: string | null;
}
