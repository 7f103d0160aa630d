import type { SelectQueryBuilder } from "typeorm";
import type { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import type { Caller } from "#platform/identity/caller.js";

/** Of those who see an order, who is told the same of it. */
export type Audience = "AGENTS" | "BUYER" | "SHOP";

export const audienceOf = ({ kind }: Caller): Audience =>
  kind === "AGENT" ? "AGENTS" : kind === "BUYER" ? "BUYER" : "SHOP";

/**
 * How the kinds of events begin that an audience is not told: what buyer and support say to each
 * other is not the seller's, and notes among agents are theirs alone.
 */
const kept: Record<Audience, string | null> = {
  AGENTS: null,
  BUYER: "case.note",
  SHOP: "case.",
};

/** Whether a reader of this audience is told of an event. */
export const isTold = (audience: Audience, { kind }: TimelineEventEntity): boolean => {
  const beginning = kept[audience];
  return beginning === null || !kind.startsWith(beginning);
};

/** The same, as a condition of a query. */
export function visibleEvents(
  query: SelectQueryBuilder<TimelineEventEntity>,
  caller: Caller,
): SelectQueryBuilder<TimelineEventEntity> {
  const beginning = kept[audienceOf(caller)];
  if (beginning === null) return query;
  return query.andWhere("e.kind NOT LIKE :kept", { kept: `${beginning}%` });
}
