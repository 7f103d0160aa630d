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
import { Group, Radio, Stack, Text, Title } from "@mantine/core";
import { useRef, useState } from "react";
import { Link, useLocation } from "wouter";
import { useAppWords } from "../../words.ts";
import {
  CaseConversationDocument,
  CaseDocument,
  type CaseViewFragment,
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
            · {words.replyBy} <DateText at={support.replyBy} until />
          </>
        )}
        {support.followUpOf && (
          <>
            {" "}
            · {words.followUpOf}{" "}
            <Link href={`/help/${support.followUpOf.id}`}>{support.followUpOf.number}</Link>
          </>
        )}
      </Text>
      <MessageThread messages={support.messages} />
      <Write key={support.id} support={support} />
    </Stack>
  );
}

/** Writes to support. In a resolved case it is asked first whether something is still open. */
function Write({ support }: { support: CaseViewFragment }) {
  const words = useAppWords();
  const [, go] = useLocation();
  const reply = useCommand(ReplyToCaseDocument);
  const [stillOpen, setStillOpen] = useState<boolean | null>(null);
  const seen = useRef<number | null>(null);
  const { id: caseId, status } = support;
  const resolved = status === "RESOLVED";
  const send = async (body: string) => {
    const expectedVersion = seen.current ?? support.version;
    const asked = resolved ? { stillOpen } : {};
    const result = await reply.send({ caseId, body, expectedVersion, ...asked });
    if (result?.__typename === "VersionConflict") seen.current = result.version;
    if (result?.__typename !== "CaseSuccess") return false;
    seen.current = null;
    setStillOpen(null);
    if (result.case.id !== caseId) go(`/help/${result.case.id}`);
    return true;
  };
  return (
    <>
      {reply.refusal && <RefusalNotice refusal={reply.refusal} />}
      {status === "CLOSED" && <Text size="sm">{words.caseClosed}</Text>}
      <MessageComposer
        draftKey={`case.${caseId}`}
        ready={!resolved || stillOpen !== null}
        began={() => {
          seen.current = support.version;
        }}
        options={() =>
          resolved && (
            <Radio.Group
              label={words.stillOpen}
              value={stillOpen === null ? "" : String(stillOpen)}
              onChange={(value) => setStillOpen(value === "true")}
            >
              <Stack gap={6} mt={6}>
                <Radio value="true" label={words.stillOpenYes} />
                <Radio value="false" label={words.stillOpenNo} />
              </Stack>
            </Radio.Group>
          )
        }
        send={send}
      />
    </>
  );
}
