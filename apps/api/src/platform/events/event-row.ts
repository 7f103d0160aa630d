import type { EventData } from "@makegood/domain/timeline/event-data";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import type { ActorKind } from "#platform/identity/actor.js";

/** The job by which modules hear, after the commit, of an event that people are told of. */
export const recordedTask = "event.recorded";

/** The job by which an order's promises are brought up to what happened to it, after the commit. */
export const promisesTask = "promise.follow";

/** An event on its way to the timeline, which numbers it. */
export interface EventRow {
  orderId: string;
  at: Date;
  kind: EventKind;
  actorKind: ActorKind;
  actorId: string;
  actorName: string | null;
  reason: string | null;
  cancellationId: string | null;
  refundId: string | null;
  returnId: string | null;
  caseId: string | null;
  messageId: string | null;
  /** What the sentence needs. */
  data: EventData;
}
