import { useQuery } from "@apollo/client/react";
import { useActivityCursor } from "@makegood/graphql/use-activity-cursor.ts";
import { useCoalesced } from "@makegood/graphql/use-coalesced.ts";
import { useFollow } from "@makegood/graphql/use-follow.ts";
import { useListRefresh } from "@makegood/graphql/use-list-refresh.ts";
import { usePromiseFigures } from "@makegood/graphql/use-promise-figures.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { PromiseFigures } from "@makegood/ui/promise-figures.tsx";
import { promiseSpan } from "@makegood/ui/promise-span.ts";
import { promiseWords } from "@makegood/ui/promise-words.ts";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { Chip, Group, Stack, Title } from "@mantine/core";
import { useState } from "react";
import { DeskActivityDocument } from "../inbox/inbox.generated.ts";
import { PromiseRow } from "./promise-row.tsx";
import { DeskPromisesDocument } from "./promises.generated.ts";

type View = keyof (typeof promiseWords)["en"]["views"];

/** What was promised and is at risk or broken, live, and how many promises were kept. */
export function PromisesPage() {
  const words = useWords(promiseWords);
  const [view, setView] = useState<View>("NEEDS_ATTENTION");
  const [span] = useState(promiseSpan);
  const after = useActivityCursor();
  const { data, loading, error, refetch, fetchMore } = useQuery(DeskPromisesDocument, {
    variables: { view },
    fetchPolicy: "cache-and-network",
  });
  const figures = usePromiseFigures(span);
  const again = useListRefresh(DeskPromisesDocument, { view }, data?.promises.edges.length);
  const countAgain = useCoalesced(figures.refetch);
  useFollow({
    document: DeskActivityDocument,
    variables: after ? { after } : null,
    positionOf: ({ deskActivity }) => deskActivity.cursor,
    onData: ({ deskActivity: { event } }) => {
      if (!/^(refund|case)\./.test(event.kind)) return;
      again();
      countAgain();
    },
  });
  const page = data?.promises.pageInfo;
  return (
    <Stack>
      <Title order={1}>{words.promises}</Title>
      <Chip.Group value={view} onChange={(value) => setView(value as View)}>
        <Group gap="xs" className="mg-chips">
          {Object.entries(words.views).map(([value, label]) => (
            <Chip key={value} value={value}>
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.promises.edges.length === 0 && (
        <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
      )}
      {data?.promises.edges.map(({ node }) => (
        <PromiseRow key={node.id} promise={node} />
      ))}
      <MoreButton
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
      <Title order={2}>{words.share}</Title>
      {figures.data?.promiseFigures && (
        <PromiseFigures figures={figures.data.promiseFigures} shops />
      )}
    </Stack>
  );
}
