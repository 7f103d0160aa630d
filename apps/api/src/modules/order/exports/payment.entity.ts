import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  integer,
  minor,
  minorFromZero,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

export type PaymentMethod = "CARD" | "BANK_SLIP" | "VOUCHER" | "DEBIT_CARD" | "WALLET" | "UNKNOWN";

export const providerNames = ["sandbox", "stripe"] as const;
export type ProviderName = (typeof providerNames)[number];

/** Money captured for a purchase. Its refund counters are kept by triggers on refund_allocations. */
@Entity("payments")
@Index("payments_provider_charge", ["provider", "providerChargeId"], { unique: true })
@Index(["purchaseId", "position"], { unique: true })
@Check("payments_refunds_within_captured", "refund_reserved_minor BETWEEN 0 AND captured_minor")
@Check("payments_refunded_within_reserved", "refunded_minor BETWEEN 0 AND refund_reserved_minor")
export class PaymentEntity {
  @PrimaryColumn(textColumn) id!: string;
  @ForeignKey("purchases")
  @Column(textColumn)
  purchaseId!: string;
  @Column(integer) position!: number;
  @Column(textColumn) method!: PaymentMethod;
  @Column(textColumn) label!: string;
  @Column(textColumn) currency!: string;
  @Column(minor) capturedMinor!: number;
  @Column(minorFromZero) refundReservedMinor!: number;
  @Column(minorFromZero) refundedMinor!: number;
  /** Who captured it, and is the only one to give it back. */
  @Column({ ...textColumn, default: "sandbox" }) provider!: ProviderName;
  /** What the provider calls the charge; null until it is registered there. */
  @Column(nullableText) providerChargeId!: string | null;
  /** How the sandbox provider treats it; null for a real one. */
  @Column(nullableText) testMethod!: string | null;
}
