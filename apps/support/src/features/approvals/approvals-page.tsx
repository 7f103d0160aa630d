import { useQuery } from "@apollo/client/react";
import { useActivityCursor } from "@makegood/graphql/use-activity-cursor.ts";
import { useFollow } from "@makegood/graphql/use-follow.ts";
import { useListRefresh } from "@makegood/graphql/use-list-refresh.ts";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { Stack, Text, Title } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import { ApprovalCard } from "./approval-card.tsx";
import { ApprovalActivityDocument, RefundsToApproveDocument } from "./approvals.generated.ts";
import { ProposedChanges } from "./proposed-changes.tsx";

/** Refunds above somebody's limit, the nearest date first, live. */
export function ApprovalsPage() {
  const words = useAppWords();
  const after = useActivityCursor();
  const { data, loading, error, refetch, fetchMore } = useQuery(RefundsToApproveDocument, {
    skip: !after,
    fetchPolicy: "cache-and-network",
  });
  const again = useListRefresh(RefundsToApproveDocument, {}, data?.refundsToApprove.edges.length);
  useFollow({
    document: ApprovalActivityDocument,
    variables: after ? { after } : null,
    positionOf: ({ deskActivity }) => deskActivity.cursor,
    onData: ({ deskActivity: { event } }) => {
      if (event.kind === "refund.approvalAsked" || event.kind === "refund.approvalExpired") {
        again();
      }
    },
  });
  const page = data?.refundsToApprove;
  return (
    <Stack>
      <Title order={1}>{words.approvals}</Title>
      <ProposedChanges />
      <Text c="dimmed">{words.approvalsHint}</Text>
      {(loading || !after) && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {page?.edges.length === 0 && (
        <EmptyState title={words.noApprovals}>{words.noApprovalsHint}</EmptyState>
      )}
      {page?.edges.map(({ node }) => (
        <ApprovalCard key={node.id} refund={node} />
      ))}
      <MoreButton
        page={page?.pageInfo}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </Stack>
  );
}
