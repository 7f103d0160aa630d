import { useQuery } from "@apollo/client/react";
import { useActivityCursor } from "@makegood/graphql/use-activity-cursor.ts";
import { useCoalesced } from "@makegood/graphql/use-coalesced.ts";
import { useFollow } from "@makegood/graphql/use-follow.ts";
import { ApprovalActivityDocument, RefundsToApproveCountDocument } from "./approvals.generated.ts";

/** How many refunds wait for a second person, live; 0 until that is known. */
export function useApprovalCount(): number {
  const after = useActivityCursor();
  const { data, refetch } = useQuery(RefundsToApproveCountDocument, { skip: !after });
  const again = useCoalesced(refetch);
  useFollow({
    document: ApprovalActivityDocument,
    variables: after ? { after } : null,
    positionOf: ({ deskActivity }) => deskActivity.cursor,
    onData: ({ deskActivity: { event } }) => {
      if (/^refund\.(approv|declined)/.test(event.kind)) again();
    },
  });
  return data?.refundsToApproveCount ?? 0;
}
