import { useMakegoodClient } from "@makegood/graphql/provider.tsx";
import { useLocale, useWords } from "@makegood/ui/locale.tsx";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { Alert, Box, Button, Card, Group, List, Progress, Stack, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Progress.css";
import { print } from "graphql";
import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { PolicyBacktestDocument, type PolicyBacktestSubscription } from "./policy.generated.ts";
import { policyWords } from "./policy-words.ts";
import type { Rules } from "./use-draft-rules.ts";

type Result = PolicyBacktestSubscription["policyBacktest"];

/** Runs a draft over the shop's past, live; leaving or stopping ends it at the server, too. */
function useBacktest(shopId: string) {
  const words = useWords(policyWords);
  const { sockets } = useMakegoodClient();
  const [result, setResult] = useState<Result | null>(null);
  const [running, setRunning] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const [replayed, setReplayed] = useState<Rules | null>(null);
  const stop = useRef<() => void>(() => undefined);
  useEffect(() => () => stop.current(), []);
  const run = (rules: Rules) => {
    stop.current();
    setResult(null);
    setFailed(null);
    setReplayed(rules);
    setRunning(true);
    stop.current = sockets.subscribe<PolicyBacktestSubscription>(
      { query: print(PolicyBacktestDocument), variables: { shopId, rules } },
      {
        next: ({ data, errors }) => {
          if (data) setResult(data.policyBacktest);
          if (errors) setFailed(errors[0]?.message ?? "");
        },
        error: () => {
          setRunning(false);
          setFailed(words.notReplayed);
        },
        complete: () => setRunning(false),
      },
    );
  };
  const cancel = () => {
    stop.current();
    setRunning(false);
  };
  return { result, replayed, running, failed, run, cancel };
}

/** What a draft would have decided otherwise, for whom, and how much money that was. */
export function Backtest({ shopId, draft }: { shopId: string; draft: Rules }) {
  const words = useWords(policyWords);
  const { result, replayed, running, failed, run, cancel } = useBacktest(shopId);
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{words.backtest}</Title>
        <Text size="sm" c="dimmed">
          {words.backtestHint}
        </Text>
        <Group>
          <Button variant="default" disabled={running} onClick={() => run(draft)}>
            {words.run}
          </Button>
          {running && (
            <Button variant="subtle" onClick={cancel}>
              {words.stop}
            </Button>
          )}
        </Group>
        {failed !== null && (
          <Alert color="red" role="alert">
            {failed}
          </Alert>
        )}
        {result && JSON.stringify(replayed) !== JSON.stringify(draft) && (
          <Text size="sm" role="status">
            {words.draftChanged}
          </Text>
        )}
        {result && <Outcome result={result} running={running} />}
      </Stack>
    </Card>
  );
}

function Outcome({ result, running }: { result: Result; running: boolean }) {
  const words = useWords(policyWords);
  const { locale } = useLocale();
  const figure = new Intl.NumberFormat(locale);
  if (result.total === 0) return <Text size="sm">{words.nothing}</Text>;
  const over = result.done === result.total;
  return (
    <Stack gap="sm" aria-live="polite">
      <Progress
        value={(result.done / result.total) * 100}
        aria-label={words.of(figure.format(result.done), figure.format(result.total))}
      />
      <Text size="sm">
        {words.of(figure.format(result.done), figure.format(result.total))}
        {!over && !running && ` · ${words.stopped}`}
      </Text>
      {over && result.different === 0 && <Text size="sm">{words.same}</Text>}
      {result.different > 0 && (
        <Text size="sm" fw={600}>
          {words.different(figure.format(result.different))} ·{" "}
          {words.worse(result.worseForBuyers, figure.format(result.worseForBuyers))}
          {result.moneyAtStake.map((money) => (
            <span key={money.currency}>
              {" · "}
              <MoneyText money={money} /> {words.stake}
            </span>
          ))}
        </Text>
      )}
      {result.deadlinesMissed > 0 && <Text size="sm">{words.missed(result.deadlinesMissed)}</Text>}
      {result.flows.map(({ before, after, count }) => (
        <div key={before + after}>
          <Group justify="space-between">
            <Text size="xs">
              {words.outcome[before]} → {words.outcome[after]}
            </Text>
            <Text size="xs">{figure.format(count)}</Text>
          </Group>
          <Box bg="var(--mantine-color-default-border)" bdrs="xl">
            <Box
              h={8}
              bdrs="xl"
              w={`${(count / Math.max(1, result.done)) * 100}%`}
              bg={before === after ? "gray.5" : "var(--mantine-primary-color-filled)"}
            />
          </Box>
        </div>
      ))}
      {result.examples.length > 0 && (
        <Text size="sm" fw={600}>
          {words.forExample}
        </Text>
      )}
      <List size="sm">
        {result.examples.slice(0, 10).map((example, index) => (
          <List.Item key={`${example.order?.id}${index}`}>
            {example.order && (
              <Link href={`/orders/${example.order.id}`}>{example.order.number}</Link>
            )}{" "}
            {words.outcome[example.before]} → {words.outcome[example.after]}:{" "}
            {example.afterSentence}
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
