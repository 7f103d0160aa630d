import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  minor,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";
import type { TraceType } from "./refund-allocation.entity.js";

export type RefundPayoutKind = "STORE_CREDIT" | "BANK_TRANSFER";
/** OPEN until the outcome is known for certain; PAID_TWICE as for attempts. */
export type RefundPayoutStatus = "OPEN" | "SUCCEEDED" | "FAILED" | "RETURNED" | "PAID_TWICE";

/**
 * What could not go back the way it came, paid in a way that the buyer chose: all parts of the refund
 * that were unpaid then, and nothing else; the database holds it to that.
 */
@Entity("refund_payouts")
@Index("refund_payouts_one_live", ["refundId"], { unique: true, where: "status = 'OPEN'" })
@Check("refund_payouts_amount", "amount_minor > 0 AND bonus_minor >= 0")
@Check("refund_payouts_account", "(kind = 'BANK_TRANSFER') = (bank_details_id IS NOT NULL)")
export class RefundPayoutEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("refunds")
  @Column(textColumn)
  refundId!: string;
  @Column(textColumn) kind!: RefundPayoutKind;
  @Column(minor) amountMinor!: number;
  /** On top, for taking store credit. */
  @Column(minor) bonusMinor!: number;
  @Column(textColumn) currency!: string;
  @Column(textColumn) status!: RefundPayoutStatus;
  @ForeignKey("bank_details")
  @Column(nullableText)
  bankDetailsId!: string | null;
  /** Who agreed to it, and when: nothing is paid otherwise without that. */
  @ForeignKey("people")
  @Column(textColumn)
  consentById!: string;
  @Column(instant) consentAt!: Date;
  @Index({ unique: true })
  @Column(nullableText)
  providerPayoutId!: string | null;
  @Column(nullableText) failureReason!: string | null;
  @Column(nullableText) traceType!: TraceType | null;
  @Column(nullableText) traceValue!: string | null;
  @Column(nullableInstant) settledAt!: Date | null;
}
