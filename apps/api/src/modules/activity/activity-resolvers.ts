import { assert } from "@makegood/domain/assert";
import { eventSentence } from "@makegood/domain/timeline/timeline-words";
import { GraphQLError } from "graphql";
import type { Resolvers, TimelineEventResolvers } from "#generated/resolvers.generated.js";
import { cancellationById } from "#modules/cancellation/exports/cancellation-loaders.js";
import { messageById } from "#modules/case/exports/case-loaders.js";
import { visibleCase } from "#modules/case/exports/visible-case.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { refundById } from "#modules/refund/exports/refund-loaders.js";
import { visibleRefund } from "#modules/refund/exports/visible-refund.js";
import { returnById } from "#modules/return/exports/return-loaders.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import { pageSize } from "#platform/graphql/connection.js";
import type { RequestContext } from "#platform/graphql/context.js";
import { localeOf, zoneOf } from "#platform/graphql/locale.js";
import { readerOf } from "#platform/graphql/reader.js";
import { refusalFields } from "#platform/graphql/refusal-resolvers.js";
import { actorName } from "./actor-name.js";
import { toldReason } from "./exports/told-reason.js";
import { followOrder } from "./follow-order.js";
import { cursorNow, followOrders } from "./follow-orders.js";
import { visibleEvents } from "./visible-events.js";

const TimelineEvent: TimelineEventResolvers = {
  id: ({ orderId, seq }) => `${orderId}:${seq}`,
  sentence: async ({ kind, data, shopId }, _, context) => {
    const shop = await context.loader(shopById).load(shopId);
    return eventSentence(kind, data, localeOf(context), zoneOf(context, shop?.country).id);
  },
  actorName: (event, _, context) => actorName(event, context),
  reason: (event, _, context) => {
    const isAgent = context.caller.kind === "AGENT";
    return toldReason(
      event,
      { locale: localeOf(context), reader: readerOf(context), isAgent },
      {
        refund: (id) => context.loader(refundById).load(id),
        return: (id) => context.loader(returnById).load(id),
        cancellation: (id) => context.loader(cancellationById).load(id),
      },
    );
  },
  cancellation: ({ cancellationId }, _, context) =>
    cancellationId === null ? null : context.loader(cancellationById).load(cancellationId),
  return: ({ returnId }, _, context) =>
    returnId === null ? null : context.loader(returnById).load(returnId),
  refund: ({ refundId }, _, context) =>
    refundId === null ? null : context.loader(refundById).load(refundId),
};

async function orderNow(context: RequestContext, orderId: string) {
  const order = await context.loader(visibleOrderById).load(orderId);
  assert(order !== null, "events are of an order the caller sees");
  return order;
}

const notFound = (what: string) =>
  new GraphQLError(`There is no such ${what}, or it isn't yours to see.`, {
    extensions: { code: "NOT_FOUND" },
  });

export const activityResolvers: Resolvers = {
  OrderChanged: {
    ...refusalFields,
    changes: ({ orderId, expectedVersion }, _, context) => {
      const query = context.platform.database
        .getRepository(TimelineEventEntity)
        .createQueryBuilder("e")
        .where("e.orderId = :orderId AND e.seq > :expectedVersion", { orderId, expectedVersion })
        .orderBy("e.seq")
        .limit(20);
      return visibleEvents(query, context.caller).getMany();
    },
  },
  VersionConflict: {
    changes: ({ orderId, caseId, expectedVersion }, _, context) => {
      const query = context.platform.database
        .getRepository(TimelineEventEntity)
        .createQueryBuilder("e")
        .where("e.orderId = :orderId AND e.caseId = :caseId", { orderId, caseId })
        .andWhere("e.seq > :expectedVersion", { expectedVersion })
        .orderBy("e.seq")
        .limit(20);
      return visibleEvents(query, context.caller).getMany();
    },
  },
  Query: { activityCursor: (_, __, context) => cursorNow(context) },
  TimelineEvent,
  Order: {
    timeline: ({ id }, { first, after }, context) => {
      const query = context.platform.database
        .getRepository(TimelineEventEntity)
        .createQueryBuilder("e")
        .where("e.orderId = :id AND e.seq > :after", { id, after: after ?? 0 })
        .orderBy("e.seq")
        .limit(pageSize(first));
      return visibleEvents(query, context.caller).getMany();
    },
  },
  Subscription: {
    orderTimeline: {
      subscribe: async function* (_, { orderId, after }, context) {
        for await (const event of followOrder(context, orderId, after)) {
          const order = await orderNow(context, orderId);
          yield { orderTimeline: { seq: event.seq, event, order } };
        }
      },
    },
    shopActivity: {
      subscribe: async function* (_, { shopId, after }, context) {
        for await (const { cursor, event } of followOrders(context, shopId, after)) {
          const order = await orderNow(context, event.orderId);
          yield { shopActivity: { cursor, event, order } };
        }
      },
    },
    deskActivity: {
      subscribe: async function* (_, { after }, context) {
        for await (const { cursor, event } of followOrders(context, null, after)) {
          const order = await orderNow(context, event.orderId);
          yield { deskActivity: { cursor, event, order } };
        }
      },
    },
    refundProgress: {
      subscribe: async function* (_, { refundId, after }, context) {
        const refund = await visibleRefund(context, refundId);
        if (!refund) throw notFound("refund");
        for await (const event of followOrder(context, refund.orderId, after, { refundId })) {
          const current = await context.loader(refundById).load(refundId);
          assert(current !== null, "a refund is never deleted");
          yield { refundProgress: { seq: event.seq, refund: current, event } };
        }
      },
    },
    caseConversation: {
      subscribe: async function* (_, { caseId, after }, context) {
        const support = await visibleCase(context, caseId);
        if (!support) throw notFound("case");
        for await (const event of followOrder(context, support.orderId, after, { caseId })) {
          const current = await visibleCase(context, caseId);
          assert(current !== null, "a case is never deleted");
          const message =
            event.messageId === null
              ? null
              : await context.loader(messageById).load(event.messageId);
          yield { caseConversation: { seq: event.seq, case: current, message } };
        }
      },
    },
    ping: {
      subscribe: async function* () {
        yield { ping: true };
      },
    },
  },
};
