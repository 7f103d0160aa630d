import { useQuery } from "@apollo/client/react";
import { ChargebackCard } from "@makegood/ui/chargeback-card.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { Link } from "wouter";
import { BankQuestionsDocument, PaidTwiceDocument } from "./bank.generated.ts";

/** What banks ask about and have not decided, and what arrived twice: both wait for support. */
export function BankPage() {
  const words = useWords(repaymentWords);
  const { data, loading, error, refetch, fetchMore } = useQuery(BankQuestionsDocument, {
    fetchPolicy: "cache-and-network",
  });
  const page = data?.chargebacks.pageInfo;
  return (
    <Stack>
      <Title order={1}>{words.bank}</Title>
      <PaidTwice />
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.chargebacks.edges.length === 0 && (
        <EmptyState title={words.noChargebacks}>{words.noChargebacksHint}</EmptyState>
      )}
      {data?.chargebacks.edges.map(({ node }) => (
        <ChargebackCard key={node.id} chargeback={node}>
          <Group gap="sm">
            {node.orders.map(({ id, number }) => (
              <Link key={id} href={`/orders/${id}`}>
                {number}
              </Link>
            ))}
          </Group>
        </ChargebackCard>
      ))}
      <MoreButton
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </Stack>
  );
}

function PaidTwice() {
  const words = useWords(repaymentWords);
  const { data } = useQuery(PaidTwiceDocument, { fetchPolicy: "cache-and-network" });
  return data?.refundIncidents.edges.map(({ node }) => (
    <Link key={node.id} href={`/orders/${node.refund.order.id}`} className="mg-quiet-link">
      <Card className="mg-row" padding="sm">
        <Group justify="space-between">
          <Text fw={600}>
            {words.twice} · {node.refund.order.number}
          </Text>
          <MoneyText money={node.amount} />
        </Group>
        <Text size="sm" c="dimmed">
          {words.twiceHint} <DateText at={node.foundAt} />
        </Text>
      </Card>
    </Link>
  ));
}
