import { useQuery } from "@apollo/client/react";
import type { PayoutStatus } from "@makegood/domain/payout/payout-machine";
import { useWords } from "@makegood/ui/locale.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { uiWords } from "@makegood/ui/words.ts";
import { Button } from "@mantine/core";
import { deskMoneyWords } from "./desk-money-words.ts";
import { DeskPayoutsDocument } from "./money.generated.ts";
import { PayoutCard } from "./payout-card.tsx";

/** What a shop, or every shop, was paid, newest first. */
export function PayoutList({ shopId, status }: { shopId?: string; status?: PayoutStatus | null }) {
  const words = useWords(deskMoneyWords);
  const common = useWords(uiWords);
  const { data, loading, error, refetch, fetchMore } = useQuery(DeskPayoutsDocument, {
    variables: { shopId: shopId ?? null, status: status ?? null },
    fetchPolicy: "cache-and-network",
  });
  const page = data?.payouts.pageInfo;
  return (
    <>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.payouts.edges.length === 0 && (
        <EmptyState title={words.noPayouts}>{words.noPayoutsHint}</EmptyState>
      )}
      {data?.payouts.edges.map(({ node }) => (
        <PayoutCard key={node.id} payout={node} />
      ))}
      {page?.hasNextPage && (
        <Button
          variant="default"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: page.endCursor ?? null } })}
        >
          {common.more}
        </Button>
      )}
    </>
  );
}
