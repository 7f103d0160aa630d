import type { EntityManager } from "typeorm";
import { insertRows } from "#platform/database/insert-rows.js";
import type { EventRow } from "./event-row.js";
import { TimelineEventEntity } from "./timeline-event.entity.js";

/**
 * Appends what had happened before we knew of it, in one statement: numbered and guarded like all that
 * happens to an order. Nobody is told, since it is no news to anybody.
 */
export const recordHistory = (manager: EntityManager, events: readonly EventRow[]): Promise<void> =>
  insertRows(
    manager,
    TimelineEventEntity,
    events.map((event) => ({ ...event, data: { ...event.data } })),
  );
