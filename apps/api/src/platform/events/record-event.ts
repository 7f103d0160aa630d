import type { EventData } from "@makegood/domain/timeline/event-data";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { append } from "#platform/commands/appends.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { EventRow } from "#platform/events/event-row.js";
import type { Actor } from "#platform/identity/actor.js";

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

/** An event as the row it becomes. */
export function eventRow(unit: Pick<UnitOfWork, "actor" | "now">, event: NewEvent): EventRow {
  const actor = event.actor ?? unit.actor;
  return {
    orderId: event.orderId,
    at: event.at ?? unit.now,
    kind: event.kind,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: event.actorName ?? actor.name ?? null,
    reason: event.reason ?? null,
    cancellationId: event.cancellationId ?? null,
    refundId: event.refundId ?? null,
    returnId: event.returnId ?? null,
    caseId: event.caseId ?? null,
    messageId: event.messageId ?? null,
    data: { ...event.data, ...(actor.name ? { askedBy: actor.name } : {}) },
  };
}

/** Appends to the order's timeline; the database numbers it and wakes who is listening on commit. */
export function recordEvent(
  unit: Pick<UnitOfWork, "manager" | "actor" | "now">,
  event: NewEvent,
): Promise<void> {
  return append(unit.manager, { events: [eventRow(unit, event)] });
}
