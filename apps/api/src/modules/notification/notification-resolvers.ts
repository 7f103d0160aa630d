import { assert } from "@makegood/domain/assert";
import { termsNews, termsNewsKind } from "@makegood/domain/ledger/terms-news";
import { eventSentence } from "@makegood/domain/timeline/timeline-words";
import DataLoader from "dataloader";
import { IsNull } from "typeorm";
import type { Resolvers } from "#generated/resolvers.generated.js";
import { moneyTermsById } from "#modules/ledger/exports/ledger-loaders.js";
import { visibleOrderById } from "#modules/order/exports/order-loaders.js";
import { shopById } from "#modules/shop/exports/shop-loaders.js";
import { TimelineEventEntity } from "#platform/events/timeline-event.entity.js";
import { keysetPage } from "#platform/graphql/connection.js";
import type { LoaderFactory, RequestContext } from "#platform/graphql/context.js";
import { localeOf, zoneOf } from "#platform/graphql/locale.js";
import { callerId } from "#platform/identity/caller.js";
import { NotificationEntity } from "./exports/notification.entity.js";

const rowsOf = ({ platform }: RequestContext) =>
  platform.database.getRepository(NotificationEntity);

const unread = (context: RequestContext) =>
  rowsOf(context).countBy({ personId: callerId(context.caller), readAt: IsNull() });

/** Events by ORDER:SEQ. */
const eventByNumber: LoaderFactory<string, TimelineEventEntity | null> = ({ platform }) =>
  new DataLoader<string, TimelineEventEntity | null>(async (keys) => {
    const rows = await platform.database
      .getRepository(TimelineEventEntity)
      .createQueryBuilder("e")
      .where("e.orderId || ':' || e.seq IN (:...keys)", { keys: [...keys] })
      .andWhere("e.orderId IN (:...orders)", { orders: keys.map((key) => key.split(":")[0]) })
      .getMany();
    return keys.map((key) => rows.find(({ orderId, seq }) => `${orderId}:${seq}` === key) ?? null);
  });

export const notificationResolvers: Resolvers = {
  Query: {
    notifications: async (_, { first, after }, context) => {
      const query = rowsOf(context)
        .createQueryBuilder("n")
        .where("n.personId = :personId", { personId: callerId(context.caller) });
      const page = await keysetPage(
        query,
        { column: "createdAt", direction: "DESC" },
        { first: first ?? null, after: after ?? null },
      );
      return { ...page, unreadCount: await unread(context) };
    },
  },
  Mutation: {
    markNotificationsRead: async (_, __, context) => {
      const mine = { personId: callerId(context.caller), readAt: IsNull() };
      await rowsOf(context).update(mine, { readAt: context.platform.clock.now() });
      return { unreadCount: await unread(context) };
    },
  },
  Notification: {
    order: async ({ orderId }, _, context) => {
      if (orderId === null) return null;
      const order = await context.loader(visibleOrderById).load(orderId);
      assert(order !== null, "people are told of orders they see");
      return order;
    },
    sentence: async ({ orderId, seq, kind, termsId }, _, context) => {
      if (kind === termsNewsKind) {
        const terms = await context.loader(moneyTermsById).load(termsId ?? "");
        assert(terms !== null, "terms are never deleted");
        return termsNews(terms.inForceFrom, localeOf(context), zoneOf(context));
      }
      const event = await context.loader(eventByNumber).load(`${orderId}:${seq}`);
      const shop = event && (await context.loader(shopById).load(event.shopId));
      return eventSentence(
        kind,
        event?.data ?? {},
        localeOf(context),
        zoneOf(context, shop?.country).id,
      );
    },
    at: async ({ orderId, seq, createdAt }, _, context) => {
      if (orderId === null) return createdAt;
      return (await context.loader(eventByNumber).load(`${orderId}:${seq}`))?.at ?? createdAt;
    },
  },
  Person: {
    notifyByEmail: ({ id, notifyByEmail }, _, { caller }) =>
      callerId(caller) === id ? notifyByEmail : null,
  },
};
