import { Check, Column, Entity, PrimaryColumn } from "typeorm";
import { instant, integer, nullableMinor, textColumn } from "#platform/database/columns.js";

/**
 * What a role, or a key, may give back alone in one currency. Where there is no row, they
 * may give nothing back in that currency. Each change is in the audit trail.
 */
@Entity("refund_limits")
@Check(
  "refund_limits_amounts",
  "LEAST(per_refund_minor, per_day_minor, goodwill_per_day_minor) >= 0",
)
@Check("refund_limits_days", "approval_business_days BETWEEN 1 AND 10")
export class LimitSettingEntity {
  /** A role (AGENT, OWNER, KEY ...), or a key's id. */
  @PrimaryColumn(textColumn) holder!: string;
  @PrimaryColumn(textColumn) currency!: string;
  @Column(nullableMinor) perRefundMinor!: number | null;
  @Column(nullableMinor) perDayMinor!: number | null;
  @Column(nullableMinor) goodwillPerDayMinor!: number | null;
  @Column(integer) approvalBusinessDays!: number;
  @Column(instant) setAt!: Date;
  @Column(textColumn) setById!: string;
}
