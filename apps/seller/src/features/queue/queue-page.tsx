import { useQuery } from "@apollo/client/react";
import { useActivityCursor } from "@makegood/graphql/use-activity-cursor.ts";
import { useFollow } from "@makegood/graphql/use-follow.ts";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Badge, Card, Checkbox, Chip, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Link, useSearchParams } from "wouter";
import { useAppWords } from "../../words.ts";
import { useShop } from "../session/use-shop.ts";
import { ApproveMany } from "./approve-many.tsx";
import { DecideRequest } from "./decide-card.tsx";
import {
  type QueueItemViewFragment,
  ShopActivityDocument,
  WorkQueueDocument,
} from "./queue.generated.ts";

type Kind = QueueItemViewFragment["kind"];

interface Parts {
  returns: (request: NonNullable<QueueItemViewFragment["return"]>, orderId: string) => ReactNode;
  disputes: (dispute: NonNullable<QueueItemViewFragment["dispute"]>, orderId: string) => ReactNode;
}

/** What waits for the shop, the nearest deadline first, live. */
export function QueuePage({ returns, disputes }: Parts) {
  const words = useAppWords();
  const { shop } = useShop();
  const shopId = shop?.id ?? "";
  const after = useActivityCursor();
  const [search, setSearch] = useSearchParams();
  const kind = (Object.keys(words.kinds) as Kind[]).find((name) => name === search.get("kind"));
  const [chosen, setChosen] = useState<string[]>([]);
  const { data, loading, error, refetch } = useQuery(WorkQueueDocument, {
    variables: { shopId, kinds: kind ? [kind] : null },
    skip: !shop || !after,
    fetchPolicy: "cache-and-network",
  });
  useFollow({
    document: ShopActivityDocument,
    variables: shop && after ? { shopId, after } : null,
    positionOf: ({ shopActivity }) => shopActivity.cursor,
    onData: () => void refetch(),
  });
  return (
    <Stack>
      <Group>
        <Title order={1}>{words.queue}</Title>
        {data && (
          <Badge size="lg" variant="light">
            {data.workQueue.totalCount}
          </Badge>
        )}
      </Group>
      <Chip.Group
        value={kind ?? "ALL"}
        onChange={(value) => {
          setChosen([]);
          setSearch(value === "ALL" ? {} : { kind: String(value) });
        }}
      >
        <Group gap="xs">
          <Chip value="ALL">{words.all}</Chip>
          {Object.entries(words.kinds).map(([value, label]) => (
            <Chip key={value} value={value}>
              {label}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      <ApproveMany
        items={(data?.workQueue.edges ?? [])
          .map(({ node }) => node)
          .filter(({ id }) => chosen.includes(id))}
        done={() => {
          setChosen([]);
          void refetch();
        }}
      />
      {(loading || !after) && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.workQueue.edges.length === 0 && (
        <EmptyState title={words.nothingWaits}>{words.nothingWaitsHint}</EmptyState>
      )}
      {data?.workQueue.edges.map(({ node }) => (
        <Item
          key={node.id}
          item={node}
          decided={() => void refetch()}
          chosen={chosen.includes(node.id)}
          choose={(on) =>
            setChosen(on ? [...chosen, node.id] : chosen.filter((id) => id !== node.id))
          }
        >
          {node.return && returns(node.return, node.order.id)}
          {node.dispute && disputes(node.dispute, node.order.id)}
        </Item>
      ))}
    </Stack>
  );
}

function Item({
  item,
  decided,
  chosen,
  choose,
  children,
}: {
  item: QueueItemViewFragment;
  decided: () => void;
  chosen: boolean;
  choose: (chosen: boolean) => void;
  children: ReactNode;
}) {
  const words = useAppWords();
  const late = item.deadline != null && new Date(item.deadline) < new Date();
  return (
    <Card component="article">
      <Stack gap="xs">
        <Group justify="space-between">
          {item.kind.startsWith("DECIDE_") && (
            <Checkbox
              aria-label={`${words.choose} ${item.order.number}`}
              checked={chosen}
              onChange={(event) => choose(event.currentTarget.checked)}
            />
          )}
          <Text fw={600} flex={1}>
            {words.kinds[item.kind]} ·{" "}
            <Link href={`/orders/${item.order.id}`}>{item.order.number}</Link>
          </Text>
          {item.deadline && (
            <Text size="sm" {...(late ? { c: "red", fw: 600 } : { c: "dimmed" })}>
              <DateText at={item.deadline} />
            </Text>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {item.order.buyer.name} ·{" "}
          {item.order.lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ")}
        </Text>
        {item.cancellation && <DecideRequest request={item.cancellation} decided={decided} />}
        {children}
      </Stack>
    </Card>
  );
}
