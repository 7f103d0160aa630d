import { useQuery } from "@apollo/client/react";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { OrderRow } from "@makegood/ui/order-row.tsx";
import { SearchField } from "@makegood/ui/search-field.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { useAddressFilter } from "@makegood/ui/use-address-filter.ts";
import { Stack, Title } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useAppWords } from "../../words.ts";
import { useShop } from "../session/use-shop.ts";
import { ShopOrdersDocument } from "./orders.generated.ts";

/** The shop's orders, newest first. */
export function OrdersPage() {
  const words = useAppWords();
  const { shop } = useShop();
  const [search, setSearch] = useAddressFilter("q");
  const [settled] = useDebouncedValue(search, 250);
  const { data, loading, error, refetch, fetchMore } = useQuery(ShopOrdersDocument, {
    variables: {
      filter: { shopId: shop?.id ?? "", ...(settled.trim() ? { search: settled.trim() } : {}) },
    },
    skip: !shop,
    fetchPolicy: "cache-and-network",
  });
  const page = data?.orders.pageInfo;
  return (
    <Stack>
      <Title order={1}>{words.orders}</Title>
      <SearchField label={words.search} value={search} change={setSearch} />
      {loading && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.orders.edges.length === 0 && (
        <EmptyState title={words.noOrders}>{words.noOrdersHint}</EmptyState>
      )}
      {data?.orders.edges.map(({ node }) => (
        <OrderRow key={node.id} order={node}>
          {node.lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ")} ·{" "}
          <DateText at={node.placedAt} />
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
