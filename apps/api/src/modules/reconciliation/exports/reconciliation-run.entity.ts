import { Column, Entity, Index, PrimaryColumn } from "typeorm";
import type { ProviderName } from "#modules/order/exports/payment.entity.js";
import {
  count,
  instant,
  nullableInstant,
  nullableText,
  textColumn,
} from "#platform/database/columns.js";

/** One comparison of a provider's books with ours; at most one at a time for each provider. */
@Entity("reconciliation_runs")
@Index(["provider", "startedAt", "id"])
@Index("reconciliation_runs_one_at_a_time", ["provider"], {
  unique: true,
  where: "finished_at IS NULL",
})
export class ReconciliationRunEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Column(textColumn) provider!: ProviderName;
  @Column(instant) startedAt!: Date;
  @Column(nullableInstant) finishedAt!: Date | null;
  /** Refunds in the provider's report. */
  @Column(count) reported!: number;
  /** Attempts and foreign refunds that were compared. */
  @Column(count) compared!: number;
  /** Differences that were found. */
  @Column(count) found!: number;
  /** Differences of earlier runs that are gone. */
  @Column(count) healed!: number;
  /** Why it could not be finished. */
  @Column(nullableText) problem!: string | null;
}
