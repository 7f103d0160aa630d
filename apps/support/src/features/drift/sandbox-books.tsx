import { useMutation } from "@apollo/client/react";
import { useSandboxClock } from "@makegood/graphql/use-sandbox-clock.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { Alert, Button, Card, Group, NativeSelect, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import {
  type DriftViewFragment,
  ForgeSandboxBooksDocument,
  SettleAtSandboxProviderDocument,
} from "./drift.generated.ts";
import { driftKindWords } from "./drift-kind-words.ts";
import { driftWords } from "./drift-words.ts";

type About = DriftViewFragment["about"];
type Kind = DriftViewFragment["kind"];

/** In a sandbox: makes the provider's books differ, so that this page can be tried. */
export function SandboxBooks() {
  const words = useWords(driftWords);
  const named = useWords(driftKindWords);
  const [chosen, setChosen] = useState("REFUND EXTRA");
  const [forge, { loading, data, error }] = useMutation(ForgeSandboxBooksDocument);
  if (useSandboxClock() === null) return null;
  const [about, kind] = chosen.split(" ") as [About, Kind];
  const changed = data?.forgeSandboxBooks?.providerReference;
  const groups = (Object.keys(named.kinds) as About[]).map((subject) => ({
    group: named.subjects[subject],
    items: Object.entries({
      ...named.kinds[subject],
      ...(subject === "REFUND" ? { WRONG_CHARGE: named.ofRefunds.WRONG_CHARGE } : {}),
    }).map(([each, label]) => ({ value: `${subject} ${each}`, label })),
  }));
  return (
    <Card>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {words.sandbox}
        </Title>
        <Text size="sm">{words.sandboxHint}</Text>
        <Group align="flex-end">
          <NativeSelect
            label={words.sandboxKind}
            data={groups}
            value={chosen}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button
            variant="default"
            loading={loading}
            onClick={() => void forge({ variables: { input: { about, kind } } })}
          >
            {words.sandboxForge}
          </Button>
        </Group>
        <Text size="sm" aria-live="polite">
          {data && !loading && (changed ? words.sandboxForged(changed) : words.sandboxNothing)}
        </Text>
        {error && (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        )}
      </Stack>
    </Card>
  );
}

/** In a sandbox: what somebody would do in the provider's own console. */
export function SettleInSandbox({ item }: { item: DriftViewFragment }) {
  const words = useWords(driftWords);
  const [settle, { loading, data, error }] = useMutation(SettleAtSandboxProviderDocument);
  const settled = ["CHARGE", "HOLD", "CHARGEBACK"].includes(item.about);
  if (useSandboxClock() === null || !settled) return null;
  if (data?.settleAtSandboxProvider) return <Text size="sm">{words.sandboxSettled}</Text>;
  return (
    <>
      <Button
        variant="default"
        loading={loading}
        onClick={() => void settle({ variables: { driftItemId: item.id } }).catch(() => undefined)}
      >
        {words.sandboxSettle}
      </Button>
      {(data || error) && !loading && (
        <Text size="sm" role="alert">
          {error?.message ?? words.sandboxNotSettled}
        </Text>
      )}
    </>
  );
}
