import { useQuery } from "@apollo/client/react";
import { DriftItemsCountDocument } from "./drift.generated.ts";

const pollMs = 20_000;

/** How many differences between books are open; 0 until that is known. */
export function useDriftCount(): number {
  const { data } = useQuery(DriftItemsCountDocument, { pollInterval: pollMs });
  return data?.driftItemsCount ?? 0;
}
