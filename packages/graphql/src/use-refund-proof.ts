import { useQuery } from "@apollo/client/react";
import { RefundProofDocument } from "./proof.generated.ts";

/** The proof of a refund as it stands now; null where there is none to see, undefined until it is known. */
export function useRefundProof(refundId: string) {
  const { data, error, refetch } = useQuery(RefundProofDocument, {
    variables: { refundId },
    fetchPolicy: "network-only",
  });
  return { proof: data?.refundProof, error, retry: () => void refetch() };
}
