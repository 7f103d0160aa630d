import { useQuery } from "@apollo/client/react";
import { HoldEnd } from "@makegood/ui/balance-cards.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { moneyWords } from "@makegood/ui/money-words.ts";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { Card, Group, Text } from "@mantine/core";
import { Link } from "wouter";
import { deskMoneyWords } from "./desk-money-words.ts";
import { DeskHoldsDocument } from "./money.generated.ts";
import { MoneyFrame } from "./money-frame.tsx";

/** What is held back of all shops, and what holds it. */
export function HoldsPage() {
  const words = useWords(deskMoneyWords);
  const shared = useWords(moneyWords);
  const { data, loading, error, refetch, fetchMore } = useQuery(DeskHoldsDocument, {
    fetchPolicy: "cache-and-network",
  });
  const page = data?.payoutHolds.pageInfo;
  return (
    <MoneyFrame at="/held">
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.payoutHolds.edges.length === 0 && (
        <EmptyState title={words.noHolds}>{words.noHoldsHint}</EmptyState>
      )}
      {data?.payoutHolds.edges.map(({ node: hold }) => (
        <Card key={hold.id} padding="sm">
          <Group justify="space-between">
            <Text>
              {shared.hold[hold.reason]} ·{" "}
              <Link href={`/orders/${hold.order.id}`}>{hold.order.number}</Link> ·{" "}
              <Link href={`/money/shops/${hold.order.shop.id}`}>{hold.order.shop.name}</Link>
            </Text>
            <MoneyText money={hold.amount} fw={600} />
          </Group>
          <Text size="sm" c="dimmed">
            <DateText at={hold.placedAt} />
          </Text>
          <HoldEnd hold={hold} />
        </Card>
      ))}
      <MoreButton
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </MoneyFrame>
  );
}
