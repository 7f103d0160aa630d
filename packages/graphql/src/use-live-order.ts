import { useQuery } from "@apollo/client/react";
import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { useMakegoodClient } from "./provider.tsx";
import { useFollow } from "./use-follow.ts";

interface Told {
  id: string;
  seq: number;
}

interface OrderAsked {
  order?: { timeline: Told[] } | null;
}

interface OrderTold {
  orderTimeline: { seq: number; event: Told };
}

/** An order with its story, live: what happens to it comes by itself, also after a cut connection. */
export function useLiveOrder<Q extends OrderAsked, S extends OrderTold>(
  query: TypedDocumentNode<Q, { id: string }>,
  timeline: TypedDocumentNode<S, { orderId: string; after?: number | null }>,
  id: string,
) {
  const { apollo } = useMakegoodClient();
  const { data, loading, error, refetch } = useQuery<Q, { id: string }>(query, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const order: Q["order"] | null = (data as Q | undefined)?.order ?? null;
  useFollow({
    document: timeline,
    variables: order ? { orderId: id, after: order.timeline.at(-1)?.seq ?? 0 } : null,
    positionOf: ({ orderTimeline }) => orderTimeline.seq,
    onData: ({ orderTimeline: { event } }) => {
      apollo.cache.updateQuery<Q, { id: string }>({ query, variables: { id } }, (known) => {
        const seen = (known as Q | null)?.order;
        if (!seen || seen.timeline.some((told) => told.id === event.id)) return known as Q | null;
        return { ...known, order: { ...seen, timeline: [...seen.timeline, event] } } as Q;
      });
    },
  });
  return { order: order as NonNullable<Q["order"]> | null, loading, error, refetch };
}
