import { useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { NextActionNote } from "@makegood/ui/next-action-note.tsx";
import { SearchField } from "@makegood/ui/search-field.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { useAddressFilter } from "@makegood/ui/use-address-filter.ts";
import { uiWords } from "@makegood/ui/words.ts";
import { Button, Card, Chip, Group, Stack, Text, Title } from "@mantine/core";
import { useDebouncedValue, useIntersection } from "@mantine/hooks";
import { useEffect } from "react";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import {
  type OrderRowFragment,
  OrdersDocument,
  WaitingOrdersDocument,
} from "./orders.generated.ts";

const views = ["ALL", "WAITING", "REFUNDED"] as const;
type View = (typeof views)[number];

const filterOf = (view: View, search: string) => ({
  ...(search.trim() ? { search: search.trim() } : {}),
  ...(view === "WAITING" ? { needsAttention: true } : {}),
  ...(view === "REFUNDED"
    ? { financialStatuses: ["REFUNDED" as const, "PARTIALLY_REFUNDED" as const] }
    : {}),
});

/** All orders, newest first; more come as one scrolls. */
export function OrderList() {
  const words = useAppWords();
  const common = useWords(uiWords);
  const [chosen, choose] = useAddressFilter("view");
  const view = views.find((one) => one === chosen) ?? "ALL";
  const setView = (next: View) => choose(next === "ALL" ? "" : next);
  const [search, setSearch] = useAddressFilter("q");
  const [settled] = useDebouncedValue(search, 250);
  const { data, loading, error, refetch, fetchMore } = useQuery(OrdersDocument, {
    variables: { filter: filterOf(view, settled) },
    fetchPolicy: "cache-and-network",
  });
  const turn = useQuery(WaitingOrdersDocument, { fetchPolicy: "cache-and-network" });
  // They stand above the others as long as nobody looks for something.
  const first =
    view === "ALL" && settled.trim() === ""
      ? (turn.data?.orders.edges.map(({ node }) => node) ?? [])
      : [];
  const rest = data?.orders.edges.filter(({ node }) => first.every(({ id }) => id !== node.id));
  const known = data && (turn.data || turn.error);
  const page = data?.orders.pageInfo;
  const more = () => fetchMore({ variables: { after: page?.endCursor ?? null } });
  return (
    <Stack>
      <Title order={1}>{words.orders}</Title>
      <SearchField label={words.search} value={search} change={setSearch} />
      <Chip.Group value={view} onChange={(value) => setView(value as View)}>
        <Group gap="xs" className="mg-chips">
          <Chip value="ALL">{words.all}</Chip>
          <Chip value="WAITING">{words.waiting}</Chip>
          <Chip value="REFUNDED">{words.refunded}</Chip>
        </Group>
      </Chip.Group>
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {!known && !error && <Loading />}
      {known && first.length > 0 && (
        <>
          <Title order={2}>{words.yourTurn}</Title>
          {first.map((order) => (
            <OrderCard key={order.id} order={order} />
          ))}
          <Title order={2}>{words.otherOrders}</Title>
        </>
      )}
      {data?.orders.edges.length === 0 && (
        <EmptyState title={words.noOrders}>{words.noOrdersHint}</EmptyState>
      )}
      {known && rest?.map(({ node }) => <OrderCard key={node.id} order={node} />)}
      {known && page?.hasNextPage && <More label={common.more} more={more} busy={loading} />}
    </Stack>
  );
}

function More({ label, more, busy }: { label: string; more: () => void; busy: boolean }) {
  const { ref, entry } = useIntersection({ rootMargin: "400px" });
  const near = entry?.isIntersecting ?? false;
  useEffect(() => {
    if (near && !busy) more();
  }, [near]);
  return (
    <Button ref={ref} variant="default" onClick={more} loading={busy}>
      {label}
    </Button>
  );
}

function OrderCard({ order }: { order: OrderRowFragment }) {
  const words = useAppWords();
  const units = order.lines.reduce((sum, line) => sum + line.quantity, 0);
  return (
    <Link href={`/orders/${order.id}`} className="mg-quiet-link">
      <Card className="mg-row">
        <Stack gap={6}>
          <Group justify="space-between" align="flex-start" wrap="nowrap">
            <Text fw={600} lineClamp={2}>
              {order.lines.map(({ title }) => title).join(", ")}
            </Text>
            <MoneyText money={order.totals.total} fw={600} />
          </Group>
          <Group gap="xs">
            <StatusBadge status={order.status} />
            {order.financialStatus !== "PAID" && <StatusBadge status={order.financialStatus} />}
          </Group>
          <Text size="sm" c="dimmed">
            {order.number} · {order.shop.name} · {words.items(units)} ·{" "}
            <DateText at={order.placedAt} />
          </Text>
          {order.nextAction && <NextActionNote next={order.nextAction} />}
        </Stack>
      </Card>
    </Link>
  );
}
