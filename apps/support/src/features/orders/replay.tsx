import { useLazyQuery } from "@apollo/client/react";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import {
  Alert,
  Button,
  Card,
  Group,
  NativeSelect,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import type { DeskOrderViewFragment } from "./order-view.generated.ts";
import { ReplayDecisionDocument } from "./replay.generated.ts";

type Decided = DeskOrderViewFragment["cancellations"][number]["decision"];

/** Why each request of this order was decided so, and what another version or day would have said. */
export function Decisions({ order }: { order: DeskOrderViewFragment }) {
  const words = useAppWords();
  const decided = [
    ...order.cancellations.map(({ requestedAt: at, decision }) => ({ at, decision })),
    ...order.returns.map(({ requestedAt: at, decision }) => ({ at, decision })),
    // What follows from a cancellation or return cites the decision that is told with those.
    ...order.refunds.flatMap(({ createdAt: at, origin, decision }) =>
      origin === "ON_BEHALF" && decision ? [{ at, decision }] : [],
    ),
  ];
  if (decided.length === 0) return null;
  return (
    <Card>
      <Stack>
        <Title order={2}>{words.decisions}</Title>
        {decided.map(({ at, decision }) => (
          <Stack key={decision.id} gap="xs">
            <Text size="sm">
              <DateText at={at} /> · {decision.sentence}
            </Text>
            <Explanation decision={decision} fields />
            <Replay decision={decision} versions={order.shop.policies} />
          </Stack>
        ))}
      </Stack>
    </Card>
  );
}

function Replay({
  decision,
  versions,
}: {
  decision: Decided;
  versions: { id: string; number: number }[];
}) {
  const words = useAppWords();
  const current = decision.policyVersion.id;
  const [policyVersionId, setVersion] = useState(current);
  const [at, setAt] = useState("");
  const [ask, { data, loading, error }] = useLazyQuery(ReplayDecisionDocument, {
    fetchPolicy: "no-cache",
  });
  const again = data?.replayDecision ?? null;
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="xs">
        <NativeSelect
          label={words.replayVersion}
          size="xs"
          value={policyVersionId}
          onChange={(event) => setVersion(event.currentTarget.value)}
          data={versions.map(({ id, number }) => ({ value: id, label: String(number) }))}
        />
        <TextInput
          label={words.replayAt}
          size="xs"
          type="datetime-local"
          value={at}
          onChange={(event) => setAt(event.currentTarget.value)}
        />
        <Button
          size="xs"
          variant="default"
          loading={loading}
          onClick={() =>
            void ask({
              variables: {
                decisionId: decision.id ?? "",
                policyVersionId,
                at: at ? new Date(at).toISOString() : null,
              },
            })
          }
        >
          {words.replay}
        </Button>
      </Group>
      {error && (
        <Alert color="red" role="alert">
          {error.message}
        </Alert>
      )}
      {again && (
        <Alert color="gray" variant="light" title={words.replayed}>
          <Stack gap="xs">
            <Text size="sm">{again.sentence}</Text>
            <Explanation decision={again} fields />
          </Stack>
        </Alert>
      )}
      {data && !again && <Text size="sm">{words.notReplayable}</Text>}
    </Stack>
  );
}
