import { useQuery } from "@apollo/client/react";
import { ActivityCursorDocument } from "./session.generated.ts";

/**
 * Where to follow activity from; null until it is known. A list that activity keeps up to date is
 * asked for only then, so that nothing falls between list and subscription.
 */
export function useActivityCursor(): string | null {
  const { data } = useQuery(ActivityCursorDocument, { fetchPolicy: "no-cache" });
  return data?.activityCursor ?? null;
}
