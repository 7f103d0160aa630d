import type { PaymentStepKind, PaymentStepStatus } from "@makegood/domain/payment/order-money";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  integer,
  minor,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/**
 * One call to the provider that takes an authorised payment or gives it back. Its key is committed
 * before the first call and sent again with every technical retry. At most one of a payment is open
 * or has succeeded, so that nothing is both taken and given back.
 */
@Entity("payment_steps")
@Index(["paymentId", "number"], { unique: true })
@Index("payment_steps_one_live", ["paymentId"], {
  unique: true,
  where: "status IN ('OPEN', 'SUCCEEDED')",
})
@Check("payment_steps_kind", "kind IN ('CAPTURE', 'VOID')")
@Check("payment_steps_status", "status IN ('OPEN', 'SUCCEEDED', 'FAILED')")
@Check("payment_steps_amount", "amount_minor > 0")
export class PaymentStepEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("payments")
  @Column(textColumn)
  paymentId!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @Column(integer) number!: number;
  @Column(textColumn) kind!: PaymentStepKind;
  /** What is to be taken, or what is given back. Minor units of the payment's currency. */
  @Column(minor) amountMinor!: number;
  @Index({ unique: true })
  @Column(textColumn)
  providerKey!: string;
  @Column(textColumn) status!: PaymentStepStatus;
  @Column(nullableText) failureReason!: string | null;
  @Column(instant) createdAt!: Date;
  @Column(nullableInstant) settledAt!: Date | null;
}
