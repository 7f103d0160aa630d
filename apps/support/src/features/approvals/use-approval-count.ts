import { useQuery } from "@apollo/client/react";
import { RefundsToApproveCountDocument } from "./approvals.generated.ts";

const pollMs = 20_000;

/** How many refunds wait for a second person; 0 until that is known. */
export function useApprovalCount(): number {
  const { data } = useQuery(RefundsToApproveCountDocument, { pollInterval: pollMs });
  return data?.refundsToApproveCount ?? 0;
}
