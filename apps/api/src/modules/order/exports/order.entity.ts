import type { OrderStatus } from "@makegood/domain/order/order-machine";
import type { AllocationStrategy } from "@makegood/domain/refund/allocate-refund";
import { Check, Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  count,
  instant,
  json,
  minor,
  minorFromZero,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/**
 * The part of a purchase sold by one shop. Its row is what every after-sales command locks first.
 * The refund counters are kept by triggers on refund_allocations; nothing else may write them.
 */
@Entity("orders")
@Index(["buyerId", "placedAt", "id"])
@Index(["shopId", "placedAt", "id"])
@Index(["placedAt", "id"])
@Index(["shopId", "status", "shipBy"])
@Check(
  "orders_refunds_within_captured",
  "refund_reserved_minor >= 0 AND exchanged_minor >= 0 AND refund_reserved_minor + exchanged_minor <= captured_minor",
)
@Check(
  "orders_captured_within_authorized",
  "authorized_minor >= 0 AND (authorized_minor = 0 OR captured_minor <= authorized_minor)",
)
@Check("orders_voided_is_not_captured", "voided_at IS NULL OR captured_minor = 0")
@Check("orders_refunded_within_reserved", "refunded_minor BETWEEN 0 AND refund_reserved_minor")
export class OrderEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index({ unique: true })
  @Column(textColumn)
  number!: string;
  @Index()
  @ForeignKey("purchases")
  @Column(textColumn)
  purchaseId!: string;
  @ForeignKey("shops")
  @Column(textColumn)
  shopId!: string;
  @ForeignKey("people")
  @Column(textColumn)
  buyerId!: string;
  @ForeignKey("policy_versions")
  @Column(textColumn)
  policyVersionId!: string;
  @Column(textColumn) status!: OrderStatus;
  @Column(textColumn) currency!: string;
  @Column(instant) placedAt!: Date;
  @Column(nullableInstant) shipBy!: Date | null;
  @Column(nullableInstant) shippedAt!: Date | null;
  @Column(nullableInstant) deliveredAt!: Date | null;
  @Column(nullableInstant) canceledAt!: Date | null;
  /** By when the carrier is expected to have delivered it; null where nobody said. */
  @Column(nullableInstant) estimatedDeliveryBy!: Date | null;
  /** Until when the seller has to settle that it did not arrive; null while nobody said so. */
  @Column(nullableInstant) deliveryDueBy!: Date | null;
  /** Where it goes, ISO 3166 alpha-2: whose law protects the buyer. Null where it is unknown. */
  @Column(nullableText) shipToCountry!: string | null;
  /** And its region, ISO 3166-2, where the country has several time zones. Null where it is unknown. */
  @Column(nullableText) shipToRegion!: string | null;
  @Column(minor) itemsMinor!: number;
  @Column(minor) discountMinor!: number;
  @Column(minor) taxMinor!: number;
  @Column(minor) shippingMinor!: number;
  /** Its share of what was captured for the purchase. Never changes once it is set. */
  @Column(minor) capturedMinor!: number;
  /** What is authorised, or asked for, instead of captured at checkout; 0 where there is none. */
  @Column(minorFromZero) authorizedMinor!: number;
  /** When what was authorised was given back, nothing of it taken. */
  @Column(nullableInstant) voidedAt!: Date | null;
  /** Until when it has to be paid, or paid again after the bank declined. */
  @Column(nullableInstant) paymentDueBy!: Date | null;
  /** The return whose goods it replaces; its money is that order's, and nothing more was charged. */
  @Index({ unique: true })
  @ForeignKey("returns")
  @Column(nullableText)
  exchangeReturnId!: string | null;
  /** What of its capture went over to orders made in exchange. Kept by a trigger on those. */
  @Column(minorFromZero) exchangedMinor!: number;
  @Column(minorFromZero) refundReservedMinor!: number;
  @Column(minorFromZero) refundedMinor!: number;
  /** What banks have back of it; kept by a trigger on chargeback_shares. */
  @Column(minorFromZero) chargedBackMinor!: number;
  /** To which of its purchase's payments refunds go first: as agreed when it was bought. */
  @Column({ type: "text", default: "VOUCHERS_FIRST" }) allocationStrategy!: AllocationStrategy;
  @Column(count) timelineSeq!: number;
  /** Number, titles and buyer's name in lower case, for search. */
  @Column(textColumn) searchText!: string;
  @Column(json) notes!: string[];
  @Column(instant) createdAt!: Date;
}
