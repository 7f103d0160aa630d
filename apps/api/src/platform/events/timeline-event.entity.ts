import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, integer, json, nullableText, textColumn } from "#platform/database/columns.js";
import type { ActorKind } from "#platform/identity/actor.js";

/**
 * What happened to an order, numbered within it under its lock by a trigger, as are position and xid. The one source of pages' timelines,
 * subscriptions and the trail. `position` and `xid` are for readers across orders: numbers of a
 * sequence are not in commit order, so such a reader stops below the oldest running transaction.
 */
@Entity("timeline_events")
@Index(["shopId", "position"])
export class TimelineEventEntity {
  @ForeignKey("orders")
  @PrimaryColumn(textColumn)
  orderId!: string;
  @PrimaryColumn(integer) seq!: number;
  @Index({ unique: true })
  @Column({ type: "bigint" })
  position!: string;
  /** The writing transaction, from pg_current_xact_id(). */
  @Column({ type: "bigint" })
  xid!: string;
  @Column(textColumn) shopId!: string;
  @Column(textColumn) buyerId!: string;
  @Column(instant) at!: Date;
  @Column(textColumn) kind!: string;
  @Column(textColumn) actorKind!: ActorKind;
  @Column(textColumn) actorId!: string;
  @Column(nullableText) actorName!: string | null;
  @Column(nullableText) reason!: string | null;
  @Column(nullableText) cancellationId!: string | null;
  @Column(nullableText) refundId!: string | null;
  @Column(nullableText) caseId!: string | null;
  @Column(nullableText) messageId!: string | null;
  /** What the sentence needs: amounts, dates, names of things. */
  @Column(json) data!: Record<string, unknown>;
}
