import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { moneyWords } from "@makegood/ui/money-words.ts";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { platformNow } from "@makegood/ui/platform-time.ts";
import { ErrorState, Loading } from "@makegood/ui/states.tsx";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { Button, Card, Group, SegmentedControl, Stack, Text, Title } from "@mantine/core";
import { useMemo, useState } from "react";
import { ShopStatementDocument } from "./money.generated.ts";
import { StatementLine } from "./statement-line.tsx";

const periods = ["30", "90", "all"] as const;
const dayMs = 86_400_000;

/** Every posting that changed the balance, newest first, with the balance after it. */
export function Statement({ shopId, currency }: { shopId: string; currency: string }) {
  const words = useWords(moneyWords);
  const [period, setPeriod] = useState<(typeof periods)[number]>("30");
  const from = useMemo(
    () =>
      period === "all"
        ? null
        : new Date(platformNow().getTime() - Number(period) * dayMs).toISOString(),
    [period],
  );
  const { data, loading, error, refetch, fetchMore } = useQuery(ShopStatementDocument, {
    variables: { shopId, currency, from },
    fetchPolicy: "cache-and-network",
  });
  const statement = data?.shopStatement;
  const page = statement?.pageInfo;
  const file = new URLSearchParams({ currency, app: "seller", ...(from ? { from } : {}) });
  return (
    <Card>
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h4">
          {words.statement}
        </Title>
        <Group gap="xs">
          <SegmentedControl
            aria-label={words.period}
            value={period}
            onChange={(value) => setPeriod(value as typeof period)}
            data={periods.map((value) => ({ value, label: words.periods[value] }))}
          />
          <Button
            component="a"
            variant="default"
            href={`/statements/${shopId}.csv?${file}`}
            download
          >
            {words.download}
          </Button>
        </Group>
      </Group>
      {loading && !data && <Loading rows={3} />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {statement?.edges.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noLines}
        </Text>
      )}
      <Stack gap="sm">
        {statement?.edges.map(({ node }) => (
          <StatementLine key={node.id} line={node} />
        ))}
      </Stack>
      {statement && !page?.hasNextPage && (
        <Group justify="space-between" mt="sm">
          <Text size="sm" c="dimmed">
            {words.opening}
          </Text>
          <MoneyText money={statement.opening} fz="sm" c="dimmed" />
        </Group>
      )}
      <MoreButton
        mt="sm"
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </Card>
  );
}
