import type { PaymentState } from "@makegood/domain/payment/payment-machine";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  integer,
  minor,
  minorFromZero,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

export type PaymentMethod = "CARD" | "BANK_SLIP" | "VOUCHER" | "DEBIT_CARD" | "WALLET" | "UNKNOWN";

export const providerNames = ["sandbox", "stripe"] as const;
export type ProviderName = (typeof providerNames)[number];

/** Money captured, held or asked for, for a purchase. Its refund counters are kept by triggers on refund_allocations. */
@Entity("payments")
@Index("payments_provider_charge", ["provider", "providerChargeId"], { unique: true })
@Index(["purchaseId", "position"], { unique: true })
@Check("payments_refunds_within_captured", "refund_reserved_minor BETWEEN 0 AND captured_minor")
@Check("payments_state", "state IN ('PENDING', 'AUTHORIZED', 'CAPTURED', 'VOIDED')")
@Check("payments_captured_in_state", "state = 'CAPTURED' OR captured_minor = 0")
@Check(
  "payments_captured_within_authorized",
  "authorized_minor >= 0 AND (authorized_minor = 0 OR captured_minor <= authorized_minor)",
)
@Check("payments_authorized_for_an_order", "authorized_minor = 0 OR order_id IS NOT NULL")
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
  /** The order an authorisation or a request to pay is for; null for what was captured at checkout. */
  @Index()
  @ForeignKey("orders")
  @Column(nullableText)
  orderId!: string | null;
  @Column({ ...textColumn, default: "CAPTURED" }) state!: PaymentState;
  /** What the bank holds, or is asked for; 0 for what was captured at checkout. */
  @Column(minorFromZero) authorizedMinor!: number;
  /** Until when the bank holds it. */
  @Column(nullableInstant) authorizedUntil!: Date | null;
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
