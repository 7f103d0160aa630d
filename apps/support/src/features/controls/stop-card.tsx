import { useCommand } from "@makegood/graphql/use-command.ts";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Badge, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { LiftStopSwitchDocument, type StopSwitchViewFragment } from "./controls.generated.ts";

/** One switch that is on: what it holds back, why, until when, and how to lift it. */
export function StopCard({
  stop,
  mayLift,
  lifted,
}: {
  stop: StopSwitchViewFragment;
  mayLift: boolean;
  lifted: () => void;
}) {
  const words = useAppWords();
  const [open, setOpen] = useState(false);
  const lift = useCommand(LiftStopSwitchDocument);
  return (
    <Card>
      <Stack gap="xs">
        <Group justify="space-between">
          <Text fw={650}>
            {words.stopScopes[stop.scope]} {stop.shop?.name ?? stop.provider ?? ""}
          </Text>
          <Text size="sm">
            {words.liftsItself}{" "}
            <strong>
              <DateText at={stop.until} until />
            </strong>
          </Text>
        </Group>
        <Text size="sm">“{stop.reason}”</Text>
        <Text size="sm" c="dimmed">
          {stop.setBy.name} · <DateText at={stop.setAt} />
        </Text>
        {stop.refundsWaiting.length === 0 && <Text size="sm">{words.nothingHeld}</Text>}
        {stop.refundsWaiting.map(({ count, amount, promisesAtRisk, nextPromise }) => (
          <Group key={amount.currency} gap="xs">
            <Text size="sm">
              {words.held(count)} <MoneyText money={amount} size="sm" fw={600} /> ·{" "}
              {words.nextPromise} <DateText at={nextPromise} until />
            </Text>
            {promisesAtRisk > 0 && (
              <Badge color="red" variant="light" tt="none">
                {words.atRisk(promisesAtRisk)}
              </Badge>
            )}
          </Group>
        ))}
        {mayLift && !open && (
          <Group>
            <Button variant="default" onClick={() => setOpen(true)}>
              {words.lift}
            </Button>
          </Group>
        )}
        {open && (
          <WordsForm
            draftKey={`lift.${stop.id}`}
            label={words.liftWhy}
            submit={words.lift}
            busy={lift.loading}
            refusal={lift.refusal}
            back={{ label: words.back, go: () => setOpen(false) }}
            send={async (reason) => {
              const done = await lift.run({ stopSwitchId: stop.id, reason });
              if (done) lifted();
              return done;
            }}
          />
        )}
      </Stack>
    </Card>
  );
}
