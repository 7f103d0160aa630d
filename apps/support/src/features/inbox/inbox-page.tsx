import { useQuery } from "@apollo/client/react";
import { useActivityCursor } from "@makegood/graphql/use-activity-cursor.ts";
import { useFollow } from "@makegood/graphql/use-follow.ts";
import { useListRefresh } from "@makegood/graphql/use-list-refresh.ts";
import { useSavedViews } from "@makegood/graphql/use-saved-views.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { SavedViews } from "@makegood/ui/saved-views.tsx";
import { SearchField } from "@makegood/ui/search-field.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Badge, Card, Chip, Group, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link, useSearchParams } from "wouter";
import { caseWords } from "../../words/case-words.ts";
import { useAppWords } from "../../words.ts";
import { DeskActivityDocument, InboxDocument } from "./inbox.generated.ts";

type View = keyof ReturnType<typeof useAppWords>["views"];

/** What buyers ask, the nearest promise first, live. */
export function InboxPage() {
  const words = useAppWords();
  const cases = useWords(caseWords);
  const [address, setAddress] = useSearchParams();
  const view = (Object.keys(words.views) as View[]).find((name) => name === address.get("view"));
  const [search, setSearch] = useState(address.get("q") ?? "");
  const saved = useSavedViews("INBOX");
  const show = (name: "view" | "q", value: string) => {
    const next = new URLSearchParams(address);
    if (value) next.set(name, value);
    else next.delete(name);
    setAddress(next, { replace: true });
  };
  const [settled] = useDebouncedValue(search, 250);
  const after = useActivityCursor();
  const variables = { view: view ?? ("ALL_OPEN" as const), search: settled.trim() || null };
  const { data, loading, error, refetch, fetchMore } = useQuery(InboxDocument, {
    variables,
    skip: !after,
    fetchPolicy: "cache-and-network",
  });
  const again = useListRefresh(InboxDocument, variables, data?.cases.edges.length);
  useFollow({
    document: DeskActivityDocument,
    variables: after ? { after } : null,
    positionOf: ({ deskActivity }) => deskActivity.cursor,
    onData: ({ deskActivity: { event } }) => {
      if (event.caseId) again();
    },
  });
  const page = data?.cases.pageInfo;
  return (
    <Stack>
      <Title order={1}>{words.inbox}</Title>
      <SavedViews
        views={saved.views}
        search={address.toString()}
        open={(chosen) => {
          const next = new URLSearchParams(chosen);
          setSearch(next.get("q") ?? "");
          setAddress(next);
        }}
        save={(name) => saved.save(name, address.toString())}
        forget={(id) => void saved.forget(id)}
        problem={saved.refusal?.message ?? null}
      />
      <SearchField
        label={words.search}
        value={search}
        change={(typed) => {
          setSearch(typed);
          show("q", typed.trim());
        }}
      />
      <Chip.Group value={view ?? "ALL_OPEN"} onChange={(value) => show("view", String(value))}>
        <Group gap="xs" className="mg-chips">
          {Object.entries(words.views).map(([value, label]) => (
            <Chip key={value} value={value}>
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {(loading || !after) && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.cases.edges.length === 0 && (
        <EmptyState title={words.nothing}>{words.nothingHint}</EmptyState>
      )}
      {data?.cases.edges.map(({ node }) => (
        <Link key={node.id} href={`/cases/${node.id}`} className="mg-quiet-link">
          <Card className="mg-row" padding="sm">
            <Group justify="space-between">
              <Text fw={600}>{node.subject}</Text>
              <Group gap="xs">
                {node.lateSince && (
                  <Badge color="red" autoContrast>
                    {cases.lateSince} <DateText at={node.lateSince} />
                  </Badge>
                )}
                <StatusBadge status={node.status} />
              </Group>
            </Group>
            <Text size="sm" c="dimmed">
              {node.number} · {node.order.buyer.name} · {node.assignee?.name ?? words.nobody}
              {node.replyBy && (
                <>
                  {" "}
                  · {words.replyBy} <DateText at={node.replyBy} until />
                </>
              )}
              {node.waitsUntil && (
                <>
                  {" "}
                  · {cases.waitsUntil} <DateText at={node.waitsUntil} />
                </>
              )}
            </Text>
          </Card>
        </Link>
      ))}
      <MoreButton
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </Stack>
  );
}
