import type { SelectQueryBuilder } from "typeorm";
import type { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import type { Caller } from "#platform/identity/caller.js";

/**
 * Which events of an order the caller is told: what buyer and support say to each other is not the
 * seller's, and notes among agents are theirs alone.
 */
export function visibleEvents(
  query: SelectQueryBuilder<TimelineEventEntity>,
  caller: Caller,
): SelectQueryBuilder<TimelineEventEntity> {
  if (caller.kind === "AGENT") return query;
  if (caller.kind === "BUYER") return query.andWhere("e.kind <> 'case.note'");
  return query.andWhere("e.kind NOT LIKE 'case.%'");
}
