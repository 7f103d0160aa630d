import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { minor, textColumn } from "#platform/database/columns.js";

/**
 * What of a chargeback concerns one order of its purchase, and what of that the bank has back now:
 * from it a trigger keeps the order's own sum.
 */
@Entity("chargeback_shares")
@Index(["chargebackId", "orderId"], { unique: true })
@Check("chargeback_shares_amount", "amount_minor >= 0 AND withdrawn_minor IN (0, amount_minor)")
export class ChargebackShareEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("chargebacks")
  @Column(textColumn)
  chargebackId!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @Column(minor) amountMinor!: number;
  @Column(minor) withdrawnMinor!: number;
}
