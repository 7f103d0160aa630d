import type { ChargebackStatus } from "@makegood/domain/chargeback/chargeback-machine";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import { flag, instant, minor, nullableInstant, textColumn } from "#platform/database/columns.js";

/** A charge that the cardholder disputes at their bank: a mirror of the provider's own. */
@Entity("chargebacks")
@Index(["provider", "providerChargebackId"], { unique: true })
@Index(["openedAt", "id"])
@Check("chargebacks_amount", "amount_minor > 0")
export class ChargebackEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("payments")
  @Column(textColumn)
  paymentId!: string;
  @Column(textColumn) provider!: ProviderName;
  @Column(textColumn) providerChargebackId!: string;
  @Column(textColumn) status!: ChargebackStatus;
  /** What the bank asks for; banks were seen to ask for more than was paid. */
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  /** The provider's code. */
  @Column(textColumn) reason!: string;
  @Column(instant) openedAt!: Date;
  @Column(nullableInstant) evidenceDueBy!: Date | null;
  /** Whether the provider paid the buyer to prevent it. */
  @Column(flag) buyerRepaid!: boolean;
  @Column(nullableInstant) closedAt!: Date | null;
}
