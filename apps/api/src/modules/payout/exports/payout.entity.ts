import type { PayoutStatus } from "@makegood/domain/payout/payout-machine";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  minor,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/** What one run paid a shop in one currency, or why it did not. The database holds it equal to its posting. */
@Entity("payouts")
@Index(["shopId", "currency", "runAt"], { unique: true })
@Index(["shopId", "runAt", "id"])
@Index(["id"], { where: "status = 'SCHEDULED'" })
@Check("payouts_amount", "(status = 'CARRIED_OVER') = (amount_minor = 0) AND amount_minor >= 0")
export class PayoutEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @Column(textColumn) status!: PayoutStatus;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  /** When the run that made it fell due. */
  @Column(instant) runAt!: Date;
  /** What the shop had then, all in all. */
  @Column(minor) balanceMinor!: number;
  @Column(minor) pendingMinor!: number;
  @Column(minor) frozenMinor!: number;
  @Column(nullableInstant) sentAt!: Date | null;
  /** What the bank calls the transfer. */
  @Column(nullableText) reference!: string | null;
  @Column(nullableInstant) failedAt!: Date | null;
  @Column(nullableText) failureReason!: string | null;
}
