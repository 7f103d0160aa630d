import type { DriftSubject } from "@makegood/domain/reconciliation/drift";
import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import {
  instant,
  minor,
  minorFromZero,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/** A line of a provider's report as it was last read, and what of ours it belongs to. */
@Entity("reported_items")
@Index(["runId", "about", "oursId", "theirsId"])
export class ReportedItemEntity {
  @PrimaryColumn(textColumn) provider!: ProviderName;
  @PrimaryColumn(textColumn) about!: DriftSubject;
  @PrimaryColumn(textColumn) theirsId!: string;
  @Column(textColumn) runId!: string;
  /** Our own id of it, where the provider was told. */
  @Column(nullableText) reference!: string | null;
  @Column(nullableText) chargeId!: string | null;
  @Column(nullableText) intentId!: string | null;
  @Column(minor) amountMinor!: number;
  /** Of a charge: what was given back of it there. */
  @Column(minorFromZero) givenBackMinor!: number;
  /** Of a charge: what the bank holds of it, and until when. */
  @Column(minorFromZero) heldMinor!: number;
  @Column(nullableInstant) heldUntil!: Date | null;
  @Column(textColumn) currency!: string;
  @Column(textColumn) status!: string;
  /** By the provider's clock, both. */
  @Column(instant) madeAt!: Date;
  @Column(instant) changedAt!: Date;
  /** Our attempt, payment, chargeback or payout; null where it is none of ours. */
  @Column(nullableText) oursId!: string | null;
}
