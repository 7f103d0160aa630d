import { useQuery } from "@apollo/client/react";
import { useMakegoodClient } from "@makegood/graphql/provider.tsx";
import { useFollow } from "@makegood/graphql/use-follow.ts";
import { OrderDocument, OrderTimelineDocument } from "./order.generated.ts";

/** An order with its story, live: what happens to it comes by itself, also after a cut connection. */
export function useOrder(id: string) {
  const { apollo } = useMakegoodClient();
  const { data, loading, error, refetch } = useQuery(OrderDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const order = data?.order ?? null;
  useFollow({
    document: OrderTimelineDocument,
    variables: order ? { orderId: id, after: order.timeline.at(-1)?.seq ?? 0 } : null,
    positionOf: ({ orderTimeline }) => orderTimeline.seq,
    onData: ({ orderTimeline: { event } }) => {
      apollo.cache.updateQuery({ query: OrderDocument, variables: { id } }, (known) => {
        if (!known?.order || known.order.timeline.some(({ id: seen }) => seen === event.id))
          return known;
        return { ...known, order: { ...known.order, timeline: [...known.order.timeline, event] } };
      });
    },
  });
  return { order, loading, error, refetch };
}
