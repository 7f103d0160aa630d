import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import type { ProviderRefund } from "#modules/refund/exports/refund-provider.js";
import { instant, minor, nullableText, textColumn } from "#platform/database/columns.js";

/** A line of a provider's report as it was last read, and the attempt of ours that it belongs to. */
@Entity("reported_refunds")
@Index(["attemptId"])
@Index(["runId", "providerRefundId"])
export class ReportedRefundEntity {
  @PrimaryColumn(textColumn) provider!: ProviderName;
  @PrimaryColumn(textColumn) providerRefundId!: string;
  @Column(textColumn) runId!: string;
  @Column(nullableText) reference!: string | null;
  @Column(textColumn) chargeId!: string;
  @Column(nullableText) intentId!: string | null;
  @Column(minor) amountMinor!: number;
  @Column(textColumn) currency!: string;
  @Column(textColumn) status!: ProviderRefund["status"];
  @Column(instant) madeAt!: Date;
  @Column(nullableText) attemptId!: string | null;
}
