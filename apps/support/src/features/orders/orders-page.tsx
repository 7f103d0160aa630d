import { useQuery } from "@apollo/client/react";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { OrderRow } from "@makegood/ui/order-row.tsx";
import { SearchField } from "@makegood/ui/search-field.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Stack, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { DeskOrdersDocument } from "./order.generated.ts";

/** Any order of the marketplace, found by number, item or buyer. */
export function OrdersPage() {
  const words = useAppWords();
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
      <SearchField label={words.searchOrders} value={search} change={setSearch} />
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.orders.edges.length === 0 && (
        <EmptyState title={words.nothingFound}>{words.nothingFoundHint}</EmptyState>
      )}
      {data?.orders.edges.map(({ node }) => (
        <OrderRow key={node.id} order={node}>
          {node.shop.name} · <DateText at={node.placedAt} />
        </OrderRow>
      ))}
      <MoreButton
        page={page}
        busy={loading}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </Stack>
  );
}
