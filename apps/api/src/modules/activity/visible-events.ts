import type { SelectQueryBuilder } from "typeorm";
import type { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import type { Caller } from "#platform/identity/caller.js";

/** Of those who see an order, who is told the same of it. */
export type Audience = "AGENTS" | "BUYER" | "SHOP";

export const audienceOf = ({ kind }: Caller): Audience =>
  kind === "AGENT" ? "AGENTS" : kind === "BUYER" ? "BUYER" : "SHOP";

/**
 * How the kinds of events begin that an audience is not told: what buyer and support say to each
 * other is not the seller's; notes among agents, and what they have to look at, are theirs alone.
 */
const kept: Record<Audience, readonly string[]> = {
  AGENTS: [],
  BUYER: [
    "case.note",
    "case.assigned",
    "case.released",
    "order.sellerAwaited",
    "chargeback.evidenceReminder",
    "refund.atRisk",
  ],
  SHOP: ["case.", "chargeback.evidenceReminder", "refund.atRisk"],
};

/** Whether a reader of this audience is told of an event. */
export const isTold = (audience: Audience, { kind }: TimelineEventEntity): boolean =>
  !kept[audience].some((beginning) => kind.startsWith(beginning));

/** The same, as a condition of a query. */
export function visibleEvents(
  query: SelectQueryBuilder<TimelineEventEntity>,
  caller: Caller,
): SelectQueryBuilder<TimelineEventEntity> {
  const beginnings = kept[audienceOf(caller)];
  if (beginnings.length === 0) return query;
  return query.andWhere("NOT e.kind LIKE ANY (:kept)", {
    kept: beginnings.map((beginning) => `${beginning}%`),
  });
}
