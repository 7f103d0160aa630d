import { GraphQLError } from "graphql";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { type Followed, follow } from "#platform/events/follow.js";
import type { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { readAfter } from "./read-after.js";
import { audienceOf, isTold } from "./visible-events.js";

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
  const audience = audienceOf(context.caller);
  const followed: Followed<TimelineEventEntity> = {
    topic: orderId,
    read: async () => {
      while (true) {
        const rows = await readAfter(context.platform, { orderId, seen });
        seen = rows.at(-1)?.seq ?? seen;
        const told = rows.filter((row) => isTold(audience, row) && matches(row, narrowed));
        if (told.length > 0 || rows.length === 0) return told;
      }
    },
  };
  yield* follow(context, followed);
}

const matches = (row: TimelineEventEntity, narrowed: Narrowed) =>
  Object.entries(narrowed).every(([name, id]) => row[name as "refundId" | "caseId"] === id);
