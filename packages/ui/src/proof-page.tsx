import { Stack, Title } from "@mantine/core";
import { useWords } from "./locale.tsx";
import { ProofView, type ShownProof } from "./proof-view.tsx";
import { proofUiWords } from "./proof-words.ts";
import { BackLink } from "./shell.tsx";
import { EmptyState, ErrorState, Loading } from "./states.tsx";

/** The proof of one refund of an order. */
export function ProofPage({
  orderId,
  proof,
  error,
  retry,
}: {
  orderId: string;
  /** Null where there is none to see, undefined until it is known. */
  proof: ShownProof | null | undefined;
  error: { message: string } | undefined;
  retry: () => void;
}) {
  const words = useWords(proofUiWords);
  return (
    <Stack>
      <BackLink to={`/orders/${orderId}`} label={words.back} />
      <Title order={1}>{words.proof}</Title>
      {proof === undefined && (error ? <ErrorState error={error} retry={retry} /> : <Loading />)}
      {proof === null && <EmptyState title={words.missing}>{words.missingHint}</EmptyState>}
      {proof && <ProofView proof={proof} />}
    </Stack>
  );
}
