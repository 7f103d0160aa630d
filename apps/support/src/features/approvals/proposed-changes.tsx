import { useQuery } from "@apollo/client/react";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import {
  ApproveChangeDocument,
  type ChangeToApproveFragment,
  DeclineChangeDocument,
  ProposedChangesDocument,
} from "./changes.generated.ts";

/** What touches everybody, or moves money on somebody's word: a second person answers. */
export function ProposedChanges() {
  const words = useAppWords();
  const { data, refetch } = useQuery(ProposedChangesDocument, {
    fetchPolicy: "cache-and-network",
    pollInterval: 15_000,
  });
  const changes = data?.proposedChanges ?? [];
  if (changes.length === 0) return null;
  return (
    <Stack component="section" aria-label={words.changes}>
      <Title order={2}>{words.changes}</Title>
      {changes.map((change) => (
        <Change key={change.id} change={change} answered={() => void refetch()} />
      ))}
    </Stack>
  );
}

function Change({ change, answered }: { change: ChangeToApproveFragment; answered: () => void }) {
  const words = useAppWords();
  const [declining, setDeclining] = useState(false);
  const approve = useCommand(ApproveChangeDocument);
  const decline = useCommand(DeclineChangeDocument);
  const changeId = change.id;
  return (
    <Card>
      <Stack gap="sm">
        <Text>{change.sentence}</Text>
        <Text size="sm" c="dimmed">
          {words.proposedBy(change.proposedBy.name)} <DateText at={change.expiresAt} />
        </Text>
        {change.cannotAnswer && (
          <Text size="sm" c="dimmed">
            {change.cannotAnswer}
          </Text>
        )}
        {approve.refusal && <RefusalNotice refusal={approve.refusal} />}
        {declining ? (
          <WordsForm
            draftKey={`decline.${changeId}`}
            label={words.declineWhy}
            submit={words.declineChange}
            tone="red"
            busy={decline.loading}
            refusal={decline.refusal}
            back={{ label: words.back, go: () => setDeclining(false) }}
            send={async (reason) => {
              const done = await decline.run({ changeId, reason });
              if (done) answered();
              return done;
            }}
          />
        ) : (
          <Group>
            {!change.cannotAnswer && (
              <Button
                loading={approve.loading}
                onClick={async () => {
                  if (await approve.run({ changeId })) answered();
                }}
              >
                {words.approveChange}
              </Button>
            )}
            <Button variant="subtle" color="red" onClick={() => setDeclining(true)}>
              {words.declineChange}
            </Button>
          </Group>
        )}
      </Stack>
    </Card>
  );
}
