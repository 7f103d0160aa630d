import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { ProofView } from "@makegood/ui/proof-view.tsx";
import { proofUiWords } from "@makegood/ui/proof-words.ts";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { Stack, Title } from "@mantine/core";
import { RefundProofDocument } from "./proof.generated.ts";

/** The proof of one refund of an order, as it stands now. */
export function ProofPage({ orderId, refundId }: { orderId: string; refundId: string }) {
  const words = useWords(proofUiWords);
  const { data, loading, error, refetch } = useQuery(RefundProofDocument, {
    variables: { refundId },
    fetchPolicy: "network-only",
  });
  const proof = data?.refundProof ?? null;
  return (
    <Stack>
      <BackLink to={`/orders/${orderId}`} label={words.back} />
      <Title order={1}>{words.proof}</Title>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data && !proof && <EmptyState title={words.missing}>{words.missingHint}</EmptyState>}
      {proof && <ProofView proof={proof} />}
    </Stack>
  );
}
