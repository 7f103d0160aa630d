import { isNotified } from "@makegood/domain/notification/notified-events";
import type { EventData, EventKind } from "@makegood/domain/timeline/timeline-words";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Actor } from "#platform/identity/actor.js";
import { enqueue } from "#platform/jobs/jobs.js";

/** The job by which modules hear, after the commit, of an event that people are told of. */
export const recordedTask = "event.recorded";

export interface NewEvent {
  orderId: string;
  kind: EventKind;
  /** Who did it where that is not the unit's actor. */
  actor?: Actor;
  actorName?: string | null;
  reason?: string | null;
  cancellationId?: string | null;
  refundId?: string | null;
  returnId?: string | null;
  caseId?: string | null;
  messageId?: string | null;
  data?: EventData;
  /** When it happened, where that is not now (imports). */
  at?: Date;
}

/** Appends to the order's timeline; the database numbers it and wakes who is listening on commit. */
export async function recordEvent(
  unit: Pick<UnitOfWork, "manager" | "actor" | "now">,
  event: NewEvent,
): Promise<void> {
  const actor = event.actor ?? unit.actor;
  const [{ seq }]: [{ seq: number }] = await unit.manager.query(
    `INSERT INTO timeline_events (order_id, at, kind, actor_kind, actor_id, actor_name, reason,
       cancellation_id, refund_id, case_id, message_id, data, return_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) RETURNING seq`,
    [
      event.orderId,
      event.at ?? unit.now,
      event.kind,
      actor.kind,
      actor.id,
      event.actorName ?? null,
      event.reason ?? null,
      event.cancellationId ?? null,
      event.refundId ?? null,
      event.caseId ?? null,
      event.messageId ?? null,
      JSON.stringify(event.data ?? {}),
      event.returnId ?? null,
    ],
  );
  if (isNotified(event.kind)) {
    await enqueue(unit.manager, recordedTask, { orderId: event.orderId, seq: String(seq) });
  }
}
