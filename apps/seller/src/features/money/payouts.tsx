import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { moneyWords } from "@makegood/ui/money-words.ts";
import { PayoutLine } from "@makegood/ui/payout-line.tsx";
import { Loading } from "@makegood/ui/states.tsx";
import { uiWords } from "@makegood/ui/words.ts";
import { Button, Card, Stack, Text, Title } from "@mantine/core";
import { ShopPayoutsDocument } from "./money.generated.ts";

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
          <PayoutLine key={node.id} payout={node} />
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
