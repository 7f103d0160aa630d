import type { TypedDocumentNode } from "@graphql-typed-document-node/core";
import { print } from "graphql";
import { useEffect, useRef } from "react";
import { useMakegoodClient } from "./provider.tsx";

interface Followed<D, V> {
  document: TypedDocumentNode<D, V>;
  /** Null while there is nothing to follow yet. */
  variables: V | null;
  /** The position of what came, to be named as `after` when the connection was cut. */
  positionOf: (data: D) => number | string;
  onData?: (data: D) => void;
}

/**
 * Follows a subscription for as long as the component is there. What comes is written to the cache,
 * so that every screen that shows it changes. A cut connection goes on after the last item seen:
 * the socket sends these same variables again, and `after` moves along in them.
 */
export function useFollow<D extends object, V extends { after?: unknown }>({
  document,
  variables,
  positionOf,
  onData,
}: Followed<D, V>): void {
  const { apollo, sockets } = useMakegoodClient();
  const latest = useRef({ positionOf, onData });
  latest.current = { positionOf, onData };
  const { after, ...rest } = variables ?? {};
  const subject = variables ? JSON.stringify(rest) : null;
  // Where it begins counts once; later positions come from what was received.
  const begin = useRef(after);
  begin.current = after;

  useEffect(() => {
    if (subject === null) return;
    const following = { ...JSON.parse(subject), after: begin.current } as Record<string, unknown>;
    const query = apollo.cache.transformDocument(document);
    return sockets.subscribe<D>(
      { query: print(query), variables: following },
      {
        next: ({ data }) => {
          if (!data) return;
          following.after = latest.current.positionOf(data);
          apollo.cache.write({
            query,
            result: data,
            dataId: "ROOT_SUBSCRIPTION",
            variables: following,
          });
          latest.current.onData?.(data);
        },
        error: () => undefined,
        complete: () => undefined,
      },
    );
  }, [apollo, sockets, document, subject]);
}
