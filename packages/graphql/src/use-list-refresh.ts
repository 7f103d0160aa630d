import type { OperationVariables, TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useCoalesced } from "./use-coalesced.ts";

const pageSize = 25;
/** As many as one question may ask for. */
const mostAsked = 100;

/**
 * Asks again for as much of a list as is shown, where it stands: nobody who scrolled down is brought
 * back to its top. The query takes `first`.
 */
export function useListRefresh<D, V extends OperationVariables>(
  query: TypedDocumentNode<D, V>,
  variables: NoInfer<V>,
  shown: number | undefined,
): () => void {
  const client = useApolloClient();
  return useCoalesced(() => {
    const first = Math.min(mostAsked, Math.max(pageSize, shown ?? 0));
    return client
      .query({ query, variables: { ...variables, first }, fetchPolicy: "network-only" })
      .catch(() => undefined);
  });
}
