import { useQuery } from "@apollo/client/react";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { Button, Chip, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { DriftDocument, ReconcileDocument } from "./drift.generated.ts";
import { DriftItem } from "./drift-item.tsx";
import { driftWords } from "./drift-words.ts";
import { LastRuns } from "./last-runs.tsx";
import { SandboxBooks } from "./sandbox-books.tsx";

const refreshMs = 5_000;
type View = "NEEDS_ATTENTION" | "MINE" | "CLOSED";

/** Where our books and the payment providers' differ, and the one thing to do about each. */
export function DriftPage() {
  const words = useWords(driftWords);
  const [view, setView] = useState<View>("NEEDS_ATTENTION");
  const { data, loading, error, refetch, fetchMore } = useQuery(DriftDocument, {
    variables: { view },
    fetchPolicy: "cache-and-network",
    pollInterval: refreshMs,
  });
  const reconcile = useCommand(ReconcileDocument);
  const page = data?.driftItems.pageInfo;
  const compared = data?.reconciliationRuns.some(({ finishedAt }) => finishedAt) ?? false;
  const emptyTitle =
    view === "CLOSED"
      ? words.nothingSettled
      : view === "MINE"
        ? words.noneMine
        : compared
          ? words.none
          : words.notKnownYet;
  return (
    <Stack>
      <Group justify="space-between">
        <Title order={1}>{words.title}</Title>
        <Button
          variant="default"
          loading={reconcile.loading}
          onClick={async () => {
            if (await reconcile.run({})) void refetch();
          }}
        >
          {words.compareNow}
        </Button>
      </Group>
      <Text c="dimmed">{words.intro}</Text>
      {reconcile.refusal && <RefusalNotice refusal={reconcile.refusal} />}
      {data && <LastRuns runs={data.reconciliationRuns} />}
      <Chip.Group value={view} onChange={(value) => setView(value as View)}>
        <Group gap="xs" className="mg-chips">
          <Chip value="NEEDS_ATTENTION">{words.attention}</Chip>
          <Chip value="MINE">{words.mine}</Chip>
          <Chip value="CLOSED">{words.closed}</Chip>
        </Group>
      </Chip.Group>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.driftItems.edges.length === 0 && (
        <EmptyState title={emptyTitle}>{words.noneHint}</EmptyState>
      )}
      {data?.driftItems.edges.map(({ node }) => (
        <DriftItem key={node.id} item={node} changed={() => void refetch()} />
      ))}
      <MoreButton
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
      <SandboxBooks />
    </Stack>
  );
}
