import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { StoreCreditDocument } from "./refund.generated.ts";

/** What the buyer has as credit, and how it came; nothing where there is none. */
export function StoreCreditCard() {
  const words = useWords(repaymentWords);
  const { data } = useQuery(StoreCreditDocument, { fetchPolicy: "cache-and-network" });
  const credit = data?.storeCredit;
  if (!credit || credit.balances.length === 0) return null;
  return (
    <Card component="section" aria-label={words.credit}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>{words.credit}</Title>
          {credit.balances.map((balance) => (
            <MoneyText key={balance.currency} money={balance} fw={600} />
          ))}
        </Group>
        {credit.entries.edges.map(({ node }) => (
          <Group key={node.id} justify="space-between">
            <Text size="sm">
              {node.label} · <DateText at={node.createdAt} dateOnly />
            </Text>
            <MoneyText money={node.amount} size="sm" />
          </Group>
        ))}
      </Stack>
    </Card>
  );
}
