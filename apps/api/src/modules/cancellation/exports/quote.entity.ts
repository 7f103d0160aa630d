import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import {
  instant,
  integer,
  json,
  minor,
  nullableInstant,
  textColumn,
} from "#platform/database/columns.js";

/** What a cancellation was said to bring back; good for some minutes, for one caller, once. */
@Entity("quotes")
export class QuoteEntity {
  @PrimaryColumn(textColumn) id!: string;
  @Index()
  @ForeignKey("orders")
  @Column(textColumn)
  orderId!: string;
  @ForeignKey("decisions")
  @Column(textColumn)
  decisionId!: string;
  @Column(textColumn) callerId!: string;
  /** The quote whole, as the domain made it. */
  @Column(json) body!: Record<string, unknown>;
  @Column(minor) totalMinor!: number;
  @Column(textColumn) currency!: string;
  /** The order's timeline when it was made. */
  @Column(integer) timelineSeq!: number;
  @Column(instant) createdAt!: Date;
  @Column(instant) expiresAt!: Date;
  @Column(nullableInstant) usedAt!: Date | null;
}
