import { useQuery } from "@apollo/client/react";
import { useActivityCursor } from "@makegood/graphql/use-activity-cursor.ts";
import { useCoalesced } from "@makegood/graphql/use-coalesced.ts";
import { useFollow } from "@makegood/graphql/use-follow.ts";
import { MoreButton } from "@makegood/ui/more-button.tsx";
import { platformNow } from "@makegood/ui/platform-time.ts";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Badge, Button, Card, Checkbox, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Link, useLocation } from "wouter";
import { useAppWords } from "../../words.ts";
import { useShop } from "../session/use-shop.ts";
import { DecideRequest } from "./decide-card.tsx";
import { DecideMany } from "./decide-many.tsx";
import {
  type QueueItemViewFragment,
  ShopActivityDocument,
  WorkQueueDocument,
} from "./queue.generated.ts";
import { QueueFilters, useQueueFilter } from "./queue-filters.tsx";
import { useQueueKeys } from "./use-queue-keys.ts";

const pageSize = 30;
/** As many as one question may ask for; the filters lead to the rest. */
const mostShown = 100;

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
  const filter = useQueueFilter();
  const [chosen, setChosen] = useState<string[]>([]);
  const [shown, setShown] = useState(pageSize);
  const [rejecting, setRejecting] = useState(false);
  const [, go] = useLocation();
  const { data, previousData, loading, error, refetch } = useQuery(WorkQueueDocument, {
    variables: {
      shopId,
      kinds: filter.kind ? [filter.kind] : null,
      withinHours: filter.withinHours,
      search: filter.text,
      first: shown,
    },
    skip: !shop || !after,
    fetchPolicy: "cache-and-network",
  });
  const again = useCoalesced(refetch);
  useFollow({
    document: ShopActivityDocument,
    variables: shop && after ? { shopId, after } : null,
    positionOf: ({ shopActivity }) => shopActivity.cursor,
    onData: again,
  });
  const nodes = (data ?? previousData)?.workQueue.edges.map(({ node }) => node) ?? [];
  const all = nodes.filter(({ kind }) => kind.startsWith("DECIDE_")).map(({ id }) => id);
  const choose = (id: string) =>
    setChosen(chosen.includes(id) ? chosen.filter((other) => other !== id) : [...chosen, id]);
  const { current, approveButton } = useQueueKeys(
    nodes.map(({ id }) => id),
    {
      choose: (id) => all.includes(id) && choose(id),
      open: (id) => go(`/orders/${nodes.find((node) => node.id === id)?.order.id}`),
      reject: () => setRejecting(chosen.length > 0),
    },
  );
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
      <QueueFilters filter={filter} changed={() => setChosen([])} />
      <DecideMany
        items={nodes.filter(({ id }) => chosen.includes(id))}
        done={() => {
          setChosen([]);
          again();
        }}
        approveButton={approveButton}
        rejecting={rejecting}
        setRejecting={setRejecting}
      />
      {all.length > 1 && (
        <Checkbox
          label={words.chooseAll(all.length)}
          checked={all.every((id) => chosen.includes(id))}
          indeterminate={chosen.length > 0 && !all.every((id) => chosen.includes(id))}
          onChange={(event) => setChosen(event.currentTarget.checked ? all : [])}
        />
      )}
      {(loading || !after) && !data && <Loading />}
      {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
      {data?.workQueue.edges.length === 0 &&
        (filter.address === "" ? (
          <EmptyState title={words.nothingWaits}>{words.nothingWaitsHint}</EmptyState>
        ) : (
          <EmptyState title={words.nothingFits}>
            <Button variant="default" onClick={() => filter.open("")}>
              {words.showAll}
            </Button>
          </EmptyState>
        ))}
      {nodes.map((node) => (
        <Item
          key={node.id}
          item={node}
          decided={again}
          chosen={chosen.includes(node.id)}
          choose={() => choose(node.id)}
          current={current === node.id}
        >
          {node.return && returns(node.return, node.order.id)}
          {node.dispute && disputes(node.dispute, node.order.id)}
        </Item>
      ))}
      {shown < mostShown && (
        <MoreButton
          page={data?.workQueue.pageInfo}
          busy={loading}
          more={() => setShown(Math.min(shown + pageSize, mostShown))}
        />
      )}
      {nodes.length > 0 && (
        <Text size="xs" c="dimmed" visibleFrom="sm">
          {words.keysHint}
        </Text>
      )}
    </Stack>
  );
}

function Item({
  item,
  decided,
  chosen,
  choose,
  current,
  children,
}: {
  item: QueueItemViewFragment;
  decided: () => void;
  chosen: boolean;
  choose: () => void;
  /** Whether the keyboard stands here. */
  current: boolean;
  children: ReactNode;
}) {
  const words = useAppWords();
  const late = item.deadline != null && new Date(item.deadline) < platformNow();
  return (
    <Card
      component="article"
      id={item.id}
      tabIndex={-1}
      {...(current ? { "data-current": true } : {})}
    >
      <Stack gap="xs">
        <Group justify="space-between">
          {item.kind.startsWith("DECIDE_") && (
            <Checkbox
              aria-label={`${words.choose} ${item.order.number}`}
              checked={chosen}
              onChange={choose}
            />
          )}
          <Text fw={600} flex={1}>
            {words.kinds[item.kind]} ·{" "}
            <Link href={`/orders/${item.order.id}`} className="mg-number">
              {item.order.number}
            </Link>{" "}
            <Text span fw={400} c="dimmed">
              · {item.order.buyer.name}
            </Text>
          </Text>
          {item.deadline && (
            <Text size="sm" {...(late ? { c: "red", fw: 600 } : { c: "dimmed" })}>
              <DateText at={item.deadline} until />
            </Text>
          )}
        </Group>
        {!item.cancellation && (
          <Text size="sm" c="dimmed">
            {item.order.lines.map(({ title, quantity }) => `${quantity} × ${title}`).join(", ")}
          </Text>
        )}
        {item.kind === "SHIP_ORDER" && (
          <Group>
            <Button component={Link} href={`/orders/${item.order.id}`} variant="default" size="xs">
              {words.packAndShip}
            </Button>
          </Group>
        )}
        {item.cancellation && <DecideRequest request={item.cancellation} decided={decided} />}
        {children}
      </Stack>
    </Card>
  );
}
