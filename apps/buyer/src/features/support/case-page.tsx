import { useQuery } from "@apollo/client/react";
import { useMakegoodClient } from "@makegood/graphql/provider.tsx";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { useFollow } from "@makegood/graphql/use-follow.ts";
import { MessageComposer, MessageThread } from "@makegood/ui/conversation.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import {
  CaseConversationDocument,
  CaseDocument,
  ReplyToCaseDocument,
} from "./support.generated.ts";

/** The conversation with support, live. */
export function CasePage({ id }: { id: string }) {
  const words = useAppWords();
  const { apollo } = useMakegoodClient();
  const { data, loading, error, refetch } = useQuery(CaseDocument, {
    variables: { id },
    fetchPolicy: "cache-and-network",
  });
  const reply = useCommand(ReplyToCaseDocument);
  const support = data?.case ?? null;
  useFollow({
    document: CaseConversationDocument,
    variables: support ? { caseId: id, after: support.timelineSeq } : null,
    positionOf: ({ caseConversation }) => caseConversation.seq,
    onData: ({ caseConversation: { message } }) => {
      if (!message) return;
      apollo.cache.updateQuery({ query: CaseDocument, variables: { id } }, (known) => {
        if (!known?.case || known.case.messages.some((seen) => seen.id === message.id))
          return known;
        return { ...known, case: { ...known.case, messages: [...known.case.messages, message] } };
      });
    },
  });
  if (loading && !support) return <Loading />;
  if (error && !support) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!support) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  return (
    <Stack>
      <BackLink to="/help" label={words.cases} />
      <Group justify="space-between">
        <Title order={1}>{support.subject}</Title>
        <StatusBadge status={support.status} />
      </Group>
      <Text size="sm" c="dimmed">
        {support.number} · <Link href={`/orders/${support.order.id}`}>{support.order.number}</Link>
        {support.replyBy && (
          <>
            {" "}
            · {words.replyBy} <DateText at={support.replyBy} />
          </>
        )}
      </Text>
      <MessageThread messages={support.messages} />
      {reply.refusal && <RefusalNotice refusal={reply.refusal} />}
      <MessageComposer draftKey={`case.${id}`} send={(body) => reply.run({ caseId: id, body })} />
    </Stack>
  );
}
