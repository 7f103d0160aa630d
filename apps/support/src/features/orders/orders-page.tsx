import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { uiWords } from "@makegood/ui/words.ts";
import { Button, Card, Group, Stack, Text, TextInput, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import { DeskOrdersDocument } from "./order.generated.ts";

/** Any order of the marketplace, found by number, item or buyer. */
export function OrdersPage() {
  const words = useAppWords();
  const common = useWords(uiWords);
  const [search, setSearch] = useState("");
  const [settled] = useDebouncedValue(search, 250);
  const { data, loading, error, refetch, fetchMore } = useQuery(DeskOrdersDocument, {
    variables: { filter: settled.trim() ? { search: settled.trim() } : {} },
    fetchPolicy: "cache-and-network",
  });
  const page = data?.orders.pageInfo;
  return (
    <Stack>
      <Title order={1}>{words.orders}</Title>
      <TextInput
        type="search"
        aria-label={words.searchOrders}
        placeholder={words.searchOrders}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
      />
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.orders.edges.length === 0 && (
        <EmptyState title={words.nothingFound}>{words.nothingFoundHint}</EmptyState>
      )}
      {data?.orders.edges.map(({ node }) => (
        <Link key={node.id} href={`/orders/${node.id}`} className="mg-quiet-link">
          <Card className="mg-row" padding="sm">
            <Group justify="space-between">
              <Text fw={600}>
                {node.number} · {node.buyer.name}
              </Text>
              <Group gap="xs">
                <StatusBadge status={node.status} />
                {node.financialStatus !== "PAID" && <StatusBadge status={node.financialStatus} />}
                <MoneyText money={node.totals.total} />
              </Group>
            </Group>
            <Text size="sm" c="dimmed">
              {node.shop.name} · <DateText at={node.placedAt} />
            </Text>
          </Card>
        </Link>
      ))}
      {page?.hasNextPage && (
        <Button
          variant="default"
          loading={loading}
          onClick={() => void fetchMore({ variables: { after: page.endCursor ?? null } })}
        >
          {common.more}
        </Button>
      )}
    </Stack>
  );
}
