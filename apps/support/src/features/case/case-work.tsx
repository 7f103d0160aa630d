import type { AwaitedParty } from "@makegood/domain/case/awaited";
import type { CaseMessageViewFragment } from "@makegood/graphql/fragments/case.generated.ts";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { MessageComposer, MessageThread } from "@makegood/ui/conversation.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { NativeSelect, Text } from "@mantine/core";
import { useRef, useState } from "react";
import { caseWords } from "../../words/case-words.ts";
import {
  type DeskCaseViewFragment,
  DeskReplyDocument,
  ResolveCaseDocument,
} from "./case.generated.ts";
import { CaseSteps } from "./case-steps.tsx";

type Next = AwaitedParty | "RESOLVED";

/** The conversation of a case, and what an agent writes in it: to the buyer, or to colleagues. */
export function CaseWork({
  support,
  messages,
  agents,
}: {
  support: DeskCaseViewFragment;
  messages: CaseMessageViewFragment[];
  agents: { id: string; name: string }[];
}) {
  const words = useWords(caseWords);
  const reply = useCommand(DeskReplyDocument);
  const resolve = useCommand(ResolveCaseDocument);
  const [next, setNext] = useState<Next>("NOBODY");
  // What was on the screen when the first words were typed: they answer that.
  const seen = useRef<number | null>(null);
  const over = ["RESOLVED", "CLOSED", "MERGED"].includes(support.status);
  const send = async (body: string, internal: boolean) => {
    const on = { caseId: support.id, expectedVersion: seen.current ?? support.version, body };
    const resolves = next === "RESOLVED" && !internal;
    (resolves ? reply : resolve).forget();
    const result = resolves
      ? await resolve.send(on)
      : await reply.send({
          ...on,
          internal,
          awaiting: internal || next === "RESOLVED" ? null : next,
        });
    if (result?.__typename === "VersionConflict") seen.current = result.version;
    if (result?.__typename !== "CaseSuccess") return false;
    seen.current = null;
    setNext("NOBODY");
    return true;
  };
  const refusal = reply.refusal ?? resolve.refusal;
  return (
    <>
      <CaseSteps support={support} agents={agents} />
      <MessageThread messages={messages} />
      {refusal && <RefusalNotice refusal={refusal} />}
      {over && (
        <Text size="sm">{support.status === "RESOLVED" ? words.resolved : words.closed}</Text>
      )}
      <MessageComposer
        draftKey={`desk.${support.id}`}
        canBeInternal
        onlyInternal={over}
        began={() => {
          seen.current = support.version;
        }}
        options={(internal) =>
          !internal && (
            <NativeSelect
              label={words.awaits}
              value={next}
              onChange={(event) => setNext(event.currentTarget.value as Next)}
              data={Object.entries(words.next).map(([value, label]) => ({ value, label }))}
            />
          )
        }
        send={send}
      />
    </>
  );
}
