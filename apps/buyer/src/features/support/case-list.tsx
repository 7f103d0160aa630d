import { useQuery } from "@apollo/client/react";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import { CasesDocument } from "./support.generated.ts";

/** All conversations with support, newest first. */
export function CaseList() {
  const words = useAppWords();
  const { data, loading, error, refetch } = useQuery(CasesDocument, {
    fetchPolicy: "cache-and-network",
  });
  return (
    <Stack>
      <Title order={1}>{words.cases}</Title>
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.cases.edges.length === 0 && (
        <EmptyState title={words.noCases}>{words.noCasesHint}</EmptyState>
      )}
      {data?.cases.edges.map(({ node }) => (
        <Link key={node.id} href={`/help/${node.id}`} className="mg-quiet-link">
          <Card className="mg-row">
            <Group justify="space-between">
              <Text fw={600}>{node.subject}</Text>
              <StatusBadge status={node.status} />
            </Group>
            <Text size="sm" c="dimmed">
              {node.number} · <DateText at={node.updatedAt} />
              {node.replyBy && (
                <>
                  {" "}
                  · {words.replyBy} <DateText at={node.replyBy} until />
                </>
              )}
            </Text>
          </Card>
        </Link>
      ))}
    </Stack>
  );
}
