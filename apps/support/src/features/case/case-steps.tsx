import { useCommand } from "@makegood/graphql/use-command.ts";
import { useViewer } from "@makegood/graphql/use-session.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Group, NativeSelect } from "@mantine/core";
import { useState } from "react";
import { caseWords } from "../../words/case-words.ts";
import { useAppWords } from "../../words.ts";
import {
  AssignCaseDocument,
  type DeskCaseViewFragment,
  ReleaseCaseDocument,
  ReopenCaseDocument,
  ResolveCaseDocument,
  TakeCaseDocument,
} from "./case.generated.ts";

/** Who has a case, and its way by hand: back to support, or resolved with a reason. */
export function CaseSteps({
  support,
  agents,
}: {
  support: DeskCaseViewFragment;
  agents: { id: string; name: string }[];
}) {
  const app = useAppWords();
  const words = useWords(caseWords);
  const { viewer } = useViewer();
  const take = useCommand(TakeCaseDocument);
  const assign = useCommand(AssignCaseDocument);
  const release = useCommand(ReleaseCaseDocument);
  const reopen = useCommand(ReopenCaseDocument);
  const [resolving, setResolving] = useState(false);
  const [assigneeId, setAssigneeId] = useState("");
  const { id: caseId, version: expectedVersion, status, assignee } = support;
  const on = { caseId, expectedVersion };
  const over = ["RESOLVED", "CLOSED", "MERGED"].includes(status);
  const waits = ["PENDING_BUYER", "PENDING_SELLER", "ON_HOLD"].includes(status);
  const mine = assignee !== null && assignee?.id === viewer?.person?.id;
  const refusal = take.refusal ?? assign.refusal ?? release.refusal ?? reopen.refusal;
  const others = agents.filter(({ id }) => id !== assignee?.id);
  return (
    <>
      <Group align="flex-end">
        {!assignee && !over && (
          <Button loading={take.loading} onClick={() => void take.run(on)}>
            {app.take}
          </Button>
        )}
        {mine && !over && (
          <Button variant="default" loading={release.loading} onClick={() => void release.run(on)}>
            {words.release}
          </Button>
        )}
        {(status === "RESOLVED" || waits) && (
          <Button variant="default" loading={reopen.loading} onClick={() => void reopen.run(on)}>
            {waits ? words.resume : words.reopen}
          </Button>
        )}
        {!over && !resolving && (
          <Button variant="default" onClick={() => setResolving(true)}>
            {app.resolve}
          </Button>
        )}
        {!over && others.length > 0 && (
          <>
            <NativeSelect
              aria-label={words.assignTo}
              value={assigneeId}
              onChange={(event) => setAssigneeId(event.currentTarget.value)}
              data={[
                { value: "", label: words.assignTo },
                ...others.map(({ id, name }) => ({ value: id, label: name })),
              ]}
            />
            <Button
              variant="default"
              disabled={assigneeId === ""}
              loading={assign.loading}
              onClick={() => void assign.run({ ...on, assigneeId }).then(() => setAssigneeId(""))}
            >
              {words.assign}
            </Button>
          </>
        )}
      </Group>
      {refusal && <RefusalNotice refusal={refusal} />}
      {resolving && !over && <ResolveForm on={on} back={() => setResolving(false)} />}
    </>
  );
}

function ResolveForm({
  on,
  back,
}: {
  on: { caseId: string; expectedVersion: number };
  back: () => void;
}) {
  const app = useAppWords();
  const words = useWords(caseWords);
  const resolve = useCommand(ResolveCaseDocument);
  return (
    <WordsForm
      draftKey={`resolve.${on.caseId}`}
      label={words.resolveReason}
      submit={app.resolve}
      needed={false}
      busy={resolve.loading}
      refusal={resolve.refusal}
      send={(reason) => resolve.run({ ...on, reason: reason === "" ? null : reason })}
      back={{ label: app.back, go: back }}
    />
  );
}
