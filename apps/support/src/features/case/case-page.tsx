import { useQuery } from "@apollo/client/react";
import { mattersInWords } from "@makegood/domain/case/open-matters";
import { useMakegoodClient } from "@makegood/graphql/provider.tsx";
import { useFollow } from "@makegood/graphql/use-follow.ts";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { useLocale, useWords } from "@makegood/ui/locale.tsx";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Alert, Badge, Grid, Group, Stack, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Grid.css";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { caseWords } from "../../words/case-words.ts";
import { useAppWords } from "../../words.ts";
import {
  DeskCaseDocument,
  type DeskCaseViewFragment,
  DeskConversationDocument,
} from "./case.generated.ts";
import { CaseWork } from "./case-work.tsx";

/** A case, live: the conversation, and beside it the order it is about. */
export function CasePage({ id, order }: { id: string; order: (orderId: string) => ReactNode }) {
  const words = useAppWords();
  const own = useWords(caseWords);
  const { apollo } = useMakegoodClient();
  const { data, loading, error, refetch } = useQuery(DeskCaseDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const support = data?.case ?? null;
  useFollow({
    document: DeskConversationDocument,
    variables: support ? { caseId: id, after: support.timelineSeq } : null,
    positionOf: ({ caseConversation }) => caseConversation.seq,
    onData: ({ caseConversation: { message } }) => {
      if (!message) return;
      apollo.cache.updateQuery({ query: DeskCaseDocument, variables: { id } }, (known) => {
        if (!known?.case || known.case.messages.some((seen) => seen.id === message.id))
          return known;
        return { ...known, case: { ...known.case, messages: [...known.case.messages, message] } };
      });
    },
  });
  if (!support && loading) return <Loading />;
  if (!support && error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!support || !data?.case)
    return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  return (
    <Stack>
      <BackLink to="/" label={words.inbox} />
      <Group justify="space-between">
        <Title order={1}>{support.subject}</Title>
        <Group gap="xs">
          {support.lateSince && (
            <Badge color="red" autoContrast>
              {own.lateSince} <DateText at={support.lateSince} />
            </Badge>
          )}
          <StatusBadge status={support.status} />
        </Group>
      </Group>
      <Text size="sm" c="dimmed">
        {support.number} · <DateText at={support.openedAt} /> ·{" "}
        {support.assignee?.name ?? words.nobody}
        {support.replyBy && (
          <>
            {" "}
            · {words.replyBy}{" "}
            <strong>
              <DateText at={support.replyBy} until />
            </strong>
          </>
        )}
        {support.waitsUntil && (
          <>
            {" "}
            · {own.waitsUntil} <DateText at={support.waitsUntil} />
          </>
        )}
        {support.followUpOf && (
          <>
            {" "}
            · {own.followUpOf}{" "}
            <Link href={`/cases/${support.followUpOf.id}`}>{support.followUpOf.number}</Link>
          </>
        )}
      </Text>
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 6 }}>
          <Stack>
            <Met support={support} />
            <OpenMatters support={support} />
            <CaseWork support={support} messages={data.case.messages} agents={data.supportAgents} />
          </Stack>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 6 }}>{order(support.order.id)}</Grid.Col>
      </Grid>
    </Stack>
  );
}

/** What the buyer was told before they asked, and why. */
function Met({ support }: { support: DeskCaseViewFragment }) {
  const words = useAppWords();
  if (!support.refusal && !support.decision) return null;
  return (
    <Alert
      variant="light"
      color="gray"
      title={support.refusal ? words.metRefusal : words.whatBuyerSaw}
    >
      <Stack gap="xs">
        <Text size="sm">{support.refusal ?? support.decision?.sentence}</Text>
        {support.decision && <Explanation decision={support.decision} fields />}
      </Stack>
    </Alert>
  );
}

/** What has to end before the case can be resolved. */
function OpenMatters({ support }: { support: DeskCaseViewFragment }) {
  const words = useWords(caseWords);
  const { locale } = useLocale();
  const matters = support.openMatters ?? [];
  if (matters.length === 0) return null;
  return (
    <Text size="sm">
      {words.openMatters}: {mattersInWords(matters, locale)}
    </Text>
  );
}
