import { useCommand } from "@makegood/graphql/use-command.ts";
import { useViewer } from "@makegood/graphql/use-session.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { promiseWords } from "@makegood/ui/promise-words.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { Link } from "wouter";
import {
  type PromiseRowFragment,
  ReleasePromiseDocument,
  TakePromiseDocument,
} from "./promises.generated.ts";

/** One promise: what it is about, why it isn't kept, by when it is expected, and who sees to it. */
export function PromiseRow({ promise }: { promise: PromiseRowFragment }) {
  const words = useWords(promiseWords);
  const { viewer } = useViewer();
  const take = useCommand(TakePromiseDocument);
  const release = useCommand(ReleasePromiseDocument);
  const refusal = take.refusal ?? release.refusal;
  const { order, refund, case: support, state, escalationLevel } = promise;
  const to = support ? `/cases/${support.id}` : `/orders/${order.id}`;
  const mine = promise.assignee !== null && promise.assignee?.id === viewer?.person?.id;
  return (
    <Card padding="sm">
      <Stack gap={6}>
        <Group justify="space-between">
          <Text fw={600}>
            <Link href={to}>
              {words.kinds[promise.kind]} · {support?.number ?? order.number}
            </Link>
            {refund && (
              <>
                {" · "}
                <MoneyText money={refund.amount} />
              </>
            )}
          </Text>
          <Group gap="xs">
            {escalationLevel > 0 && (
              <Badge color="red" variant="light">
                {words.level(escalationLevel)}
              </Badge>
            )}
            <Badge color={state === "BROKEN" ? "red" : "yellow"} autoContrast>
              {words.states[state]}
            </Badge>
          </Group>
        </Group>
        {promise.sentence && <Text size="sm">{promise.sentence}</Text>}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {words.promised} <DateText at={promise.promisedBy} until />
            {promise.expectedBy && (
              <>
                {", "}
                {words.nowExpected} <DateText at={promise.expectedBy} until />
              </>
            )}
            {" · "}
            {order.buyer.name} · {order.shop.name} · {promise.assignee?.name ?? words.nobody}
          </Text>
          {(mine || promise.assignee === null) && (
            <Button
              size="xs"
              variant="default"
              loading={take.loading || release.loading}
              onClick={() => void (mine ? release : take).run({ promiseId: promise.id })}
            >
              {mine ? words.release : words.take}
            </Button>
          )}
        </Group>
        {refusal && <RefusalNotice refusal={refusal} />}
      </Stack>
    </Card>
  );
}
