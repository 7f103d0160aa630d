import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { moneyWords } from "@makegood/ui/money-words.ts";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { PayoutLine } from "@makegood/ui/payout-line.tsx";
import { Loading } from "@makegood/ui/states.tsx";
import { Card, Stack, Text, Title } from "@mantine/core";
import { ShopPayoutsDocument } from "./money.generated.ts";

/** What was paid out, and what became of it. */
export function Payouts({ shopId }: { shopId: string }) {
  const words = useWords(moneyWords);
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
      <MoreButton
        mt="sm"
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </Card>
  );
}
