import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { uiWords } from "@makegood/ui/words.ts";
import { Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { ShopPayoutsDocument } from "./money.generated.ts";
import { moneyWords } from "./money-words.ts";

/** What was paid out, and what became of it. */
export function Payouts({ shopId }: { shopId: string }) {
  const words = useWords(moneyWords);
  const common = useWords(uiWords);
  const { data, loading, fetchMore } = useQuery(ShopPayoutsDocument, {
    variables: { shopId },
    fetchPolicy: "cache-and-network",
  });
  const page = data?.payouts.pageInfo;
  return (
    <Card>
      <Title order={2} size="h4" mb="xs">
        {words.payouts}
      </Title>
      {loading && !data && <Loading rows={1} />}
      {data?.payouts.edges.length === 0 && (
        <Text size="sm" c="dimmed">
          {words.noPayouts}. {words.noPayoutsHint}
        </Text>
      )}
      <Stack gap="sm">
        {data?.payouts.edges.map(({ node }) => (
          <div key={node.id}>
            <Group justify="space-between">
              <Group gap="xs">
                <StatusBadge status={node.status} />
                <Text size="sm">
                  <DateText at={node.runAt} />
                </Text>
              </Group>
              <MoneyText
                fw={600}
                money={node.status === "CARRIED_OVER" ? node.balance : node.amount}
              />
            </Group>
            <Text size="sm" c="dimmed">
              {[node.failureReason, node.sentence, node.reference].filter(Boolean).join(" · ")}
            </Text>
          </div>
        ))}
      </Stack>
      {page?.hasNextPage && (
        <Button
          mt="sm"
          variant="default"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: page.endCursor ?? null } })}
        >
          {common.more}
        </Button>
      )}
    </Card>
  );
}
