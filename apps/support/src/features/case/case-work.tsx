import { useMutation } from "@apollo/client/react";
import { useIntent } from "@makegood/graphql/use-intent.ts";
import { MessageComposer, MessageThread } from "@makegood/ui/conversation.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import {
  type DeskCaseViewFragment,
  type DeskMessageFragment,
  DeskReplyDocument,
  type RefusedFragment,
  ResolveCaseDocument,
  TakeCaseDocument,
} from "./case.generated.ts";

/** What an agent does with a case: take it, answer, note, resolve. */
export function CaseWork({
  support,
  messages,
}: {
  support: DeskCaseViewFragment;
  messages: DeskMessageFragment[];
}) {
  const words = useAppWords();
  const [reply] = useMutation(DeskReplyDocument);
  const [take, taking] = useMutation(TakeCaseDocument);
  const [resolve, resolving] = useMutation(ResolveCaseDocument);
  const [refusal, setRefusal] = useState<RefusedFragment | null>(null);
  const intent = useIntent();
  const caseId = support.id;
  const over = ["RESOLVED", "CLOSED", "MERGED"].includes(support.status);
  const settle = (result: { __typename: string } | undefined) => {
    const taken = result?.__typename === "CaseSuccess";
    if (taken) intent.done();
    setRefusal(result && !taken ? (result as unknown as RefusedFragment) : null);
    return taken;
  };
  const input = (step: string) => ({ caseId, idempotencyKey: intent.key([caseId, step]) });
  return (
    <>
      <Group>
        {!support.assignee && !over && (
          <Button
            loading={taking.loading}
            onClick={async () =>
              settle((await take({ variables: { input: input("take") } })).data?.assignCaseToMe)
            }
          >
            {words.take}
          </Button>
        )}
        {!over && (
          <Button
            variant="default"
            loading={resolving.loading}
            onClick={async () =>
              settle((await resolve({ variables: { input: input("resolve") } })).data?.resolveCase)
            }
          >
            {words.resolve}
          </Button>
        )}
      </Group>
      <MessageThread messages={messages} />
      {refusal && <RefusalNotice refusal={refusal} />}
      <MessageComposer
        draftKey={`desk.${caseId}`}
        canBeInternal
        send={async (body, internal) => {
          const meant = { caseId, body, internal };
          const { data } = await reply({
            variables: { input: { ...meant, idempotencyKey: intent.key(meant) } },
          });
          return settle(data?.replyToCase);
        }}
      />
    </>
  );
}
