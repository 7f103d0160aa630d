import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { Column, Entity, ForeignKey, Index, PrimaryColumn } from "typeorm";
import { instant, integer, json, nullableText, textColumn } from "#platform/database/columns.js";
import type { ActorKind } from "#platform/identity/actor.js";

/**
 * What happened to an order, numbered within it under its lock by a trigger, as are position and
 * xid. The one source of timelines, subscriptions and the trail. Readers across orders go by
 * (xid, position) below the oldest running transaction: numbers alone are not in commit order.
 */
@Entity("timeline_events")
@Index(["shopId", "xid", "position"])
@Index(["xid", "position"])
export class TimelineEventEntity {
  @ForeignKey("orders")
  @PrimaryColumn(textColumn)
  orderId!: string;
  @PrimaryColumn(integer) seq!: number;
  @Column({ type: "bigint" })
  position!: string;
  /** The writing transaction, from pg_current_xact_id(); never below that of the event before. */
  @Column({ type: "bigint" })
  xid!: string;
  @Column(textColumn) shopId!: string;
  @Column(textColumn) buyerId!: string;
  @Column(instant) at!: Date;
  @Column(textColumn) kind!: EventKind;
  @Column(textColumn) actorKind!: ActorKind;
  @Column(textColumn) actorId!: string;
  @Column(nullableText) actorName!: string | null;
  @Column(nullableText) reason!: string | null;
  @Column(nullableText) cancellationId!: string | null;
  @Column(nullableText) refundId!: string | null;
  @Column(nullableText) returnId!: string | null;
  @Column(nullableText) caseId!: string | null;
  @Column(nullableText) messageId!: string | null;
  /** What the sentence needs: amounts, dates, names of things. */
  @Column(json) data!: Record<string, unknown>;
}
