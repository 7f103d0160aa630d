import { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import type { Platform } from "#platform/platform.js";

/** The most events of an order that are read at once. */
const windowSize = 100;

/** A reader's place in an order's timeline: the number of the last event they looked at. */
export interface Place {
  orderId: string;
  seen: number;
}

const keyOf = ({ orderId, seen }: Place) => `${orderId} ${seen}`;

/**
 * The next events of an order, whoever they are for. Everybody who looks at this moment, at any
 * order and from any place, is served by one statement: the numbers are without gaps, so a window
 * of them bounds it.
 */
export async function readAfter(
  platform: Platform,
  place: Place,
): Promise<readonly TimelineEventEntity[]> {
  const read = await platform.gatherer.read("order timeline", [keyOf(place)], async (keys) => {
    const places = keys.map((key) => {
      const [orderId = "", seen = ""] = key.split(" ");
      return { orderId, seen: Number(seen) };
    });
    const rows = await eventsAfter(platform, places);
    return new Map(places.map((each) => [keyOf(each), windowOf(each, rows)]));
  });
  return read.get(keyOf(place)) ?? [];
}

async function eventsAfter(platform: Platform, places: Place[]) {
  const rows = await platform.database
    .getRepository(TimelineEventEntity)
    .createQueryBuilder("e")
    .where("e.orderId = ANY(:orderIds)", { orderIds: places.map(({ orderId }) => orderId) })
    .andWhere(
      `EXISTS (SELECT 1 FROM unnest(CAST(:orderIds AS text[]), CAST(:seens AS int[])) AS p (order_id, seen)
         WHERE p.order_id = e.order_id AND e.seq > p.seen AND e.seq <= p.seen + ${windowSize})`,
      { seens: places.map(({ seen }) => seen) },
    )
    .orderBy("e.seq")
    .getMany();
  const byOrder = new Map<string, TimelineEventEntity[]>();
  for (const row of rows) byOrder.set(row.orderId, [...(byOrder.get(row.orderId) ?? []), row]);
  return byOrder;
}

const windowOf = ({ orderId, seen }: Place, rows: ReadonlyMap<string, TimelineEventEntity[]>) =>
  (rows.get(orderId) ?? []).filter(({ seq }) => seq > seen && seq <= seen + windowSize);
