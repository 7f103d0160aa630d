import { useQuery } from "@apollo/client/react";
import type { PayoutStatus } from "@makegood/domain/payout/payout-machine";
import { useWords } from "@makegood/ui/locale.tsx";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { deskMoneyWords } from "./desk-money-words.ts";
import { DeskPayoutsDocument } from "./money.generated.ts";
import { PayoutCard } from "./payout-card.tsx";

/** What a shop, or every shop, was paid, newest first. */
export function PayoutList({ shopId, status }: { shopId?: string; status?: PayoutStatus | null }) {
  const words = useWords(deskMoneyWords);
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
      <MoreButton
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </>
  );
}
