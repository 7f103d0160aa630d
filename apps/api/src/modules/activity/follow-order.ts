import { GraphQLError } from "graphql";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { type Followed, follow } from "#platform/events/follow.js";
import { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { visibleEvents } from "./visible-events.js";

const batchSize = 100;

/** Only events of this refund, or this case. */
export type Narrowed = { refundId: string } | { caseId: string } | Record<string, never>;

const noSuchOrder = () =>
  new GraphQLError("There is no such order, or it isn't yours to see.", {
    extensions: { code: "NOT_FOUND" },
  });

/** What happens to an order the caller may see, after the event named or from now on. */
export async function* followOrder(
  context: RequestContext,
  orderId: string,
  after: number | null | undefined,
  narrowed: Narrowed = {},
): AsyncGenerator<TimelineEventEntity, void, undefined> {
  const order = await context.loader(visibleOrderById).load(orderId);
  if (!order) throw noSuchOrder();
  let seen = after ?? order.timelineSeq;
  const followed: Followed<TimelineEventEntity> = {
    topic: orderId,
    read: async () => {
      const query = context.platform.database
        .getRepository(TimelineEventEntity)
        .createQueryBuilder("e")
        .where("e.orderId = :orderId AND e.seq > :seen", { orderId, seen })
        .orderBy("e.seq")
        .limit(batchSize);
      const rows = await visibleEvents(query, context.caller).getMany();
      seen = rows.at(-1)?.seq ?? seen;
      return rows.filter((row) => matches(row, narrowed));
    },
  };
  yield* follow(context, followed);
}

const matches = (row: TimelineEventEntity, narrowed: Narrowed) =>
  Object.entries(narrowed).every(([name, id]) => row[name as "refundId" | "caseId"] === id);
