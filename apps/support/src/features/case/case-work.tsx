import type { CaseMessageViewFragment } from "@makegood/graphql/fragments/case.generated.ts";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { MessageComposer, MessageThread } from "@makegood/ui/conversation.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Button, Group } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import {
  type DeskCaseViewFragment,
  DeskReplyDocument,
  ResolveCaseDocument,
  TakeCaseDocument,
} from "./case.generated.ts";

/** What an agent does with a case: take it, answer, note, resolve. */
export function CaseWork({
  support,
  messages,
}: {
  support: DeskCaseViewFragment;
  messages: CaseMessageViewFragment[];
}) {
  const words = useAppWords();
  const reply = useCommand(DeskReplyDocument);
  const take = useCommand(TakeCaseDocument);
  const resolve = useCommand(ResolveCaseDocument);
  const caseId = support.id;
  const over = ["RESOLVED", "CLOSED", "MERGED"].includes(support.status);
  const refusal = reply.refusal ?? take.refusal ?? resolve.refusal;
  return (
    <>
      <Group>
        {!support.assignee && !over && (
          <Button loading={take.loading} onClick={() => void take.run({ caseId })}>
            {words.take}
          </Button>
        )}
        {!over && (
          <Button
            variant="default"
            loading={resolve.loading}
            onClick={() => void resolve.run({ caseId })}
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
        send={(body, internal) => reply.run({ caseId, body, internal })}
      />
    </>
  );
}
