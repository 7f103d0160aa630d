import { useLiveOrder } from "@makegood/graphql/use-live-order.ts";
import { useRetryPayment } from "@makegood/graphql/use-retry-payment.ts";
import { Bearing } from "@makegood/ui/bearing.tsx";
import { ChargebackCard } from "@makegood/ui/chargeback-card.tsx";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { NextActionNote } from "@makegood/ui/next-action-note.tsx";
import { Payment } from "@makegood/ui/payment.tsx";
import { proofUiWords } from "@makegood/ui/proof-words.ts";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { TimelineList } from "@makegood/ui/timeline-list.tsx";
import { Card, Divider, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import { AnswerRefund } from "./answer-refund.tsx";
import { CannotShip } from "./cannot-ship.tsx";
import { Fulfilment } from "./fulfilment.tsx";
import { GiveGoodwill } from "./give-goodwill.tsx";
import { GiveUp } from "./give-up.tsx";
import {
  OrderTimelineDocument,
  ShopOrderDocument,
  type ShopOrderViewFragment,
} from "./order.generated.ts";

type Request = ShopOrderViewFragment["cancellations"][number];

/** One order of the shop, live: what to do, what to leave, what happened. */
export function OrderPage({
  id,
  decide,
  returns,
}: {
  id: string;
  decide: (request: Request, again: () => void) => ReactNode;
  returns: (order: ShopOrderViewFragment) => ReactNode;
}) {
  const words = useAppWords();
  const retryPayment = useRetryPayment();
  const { order, loading, error, refetch } = useLiveOrder(
    ShopOrderDocument,
    OrderTimelineDocument,
    id,
  );
  if (!order && loading) return <Loading />;
  if (!order && error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!order) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  return (
    <Stack>
      <BackLink to="/orders" label={words.orders} />
      <Group justify="space-between">
        <Title order={1}>
          {order.number} · {order.buyer.name}
        </Title>
        <Group gap="xs">
          <StatusBadge status={order.status} />
          {order.financialStatus !== "PAID" && <StatusBadge status={order.financialStatus} />}
        </Group>
      </Group>
      {order.nextAction && <NextActionNote next={order.nextAction} />}
      <SimpleGrid cols={{ base: 1, md: 2 }}>
        <Stack>
          <Payment order={order} retry={retryPayment} />
          <GiveUp order={order} />
          {order.refunds.map((refund) => (
            <AnswerRefund key={refund.id} refund={refund} />
          ))}
          {returns(order)}
          {order.cancellations.map((request) => (
            <Card key={request.id}>
              <Stack gap="xs">
                <Group justify="space-between">
                  <Title order={2}>{words.request}</Title>
                  <StatusBadge status={request.status} />
                </Group>
                {request.status === "PENDING_SELLER" ? (
                  decide(request, () => void refetch())
                ) : (
                  <>
                    <Text size="sm" c="dimmed">
                      {request.rejectionReason ?? request.reason}
                    </Text>
                    <Explanation decision={request.decision} />
                  </>
                )}
              </Stack>
            </Card>
          ))}
          {order.chargebacks.map((chargeback) => (
            <ChargebackCard key={chargeback.id} chargeback={chargeback} />
          ))}
          <Lines order={order} />
          <Fulfilment order={order} />
          <CannotShip order={order} />
          <GiveGoodwill order={order} />
        </Stack>
        <Card>
          <Stack>
            <Title order={2}>{words.story}</Title>
            <TimelineList events={order.timeline} />
          </Stack>
        </Card>
      </SimpleGrid>
    </Stack>
  );
}

function Lines({ order }: { order: ShopOrderViewFragment }) {
  const words = useAppWords();
  const { proof } = useWords(proofUiWords);
  return (
    <Card>
      <Stack gap="xs">
        {order.lines.map((line) => (
          <Group key={line.id} justify="space-between" wrap="nowrap" align="flex-start">
            <div>
              <Text size="sm">
                {line.quantity} × {line.title}
              </Text>
              {line.canceledQuantity > 0 && (
                <Text size="xs" c="red" fw={600}>
                  {words.canceledUnits(line.canceledQuantity)}
                </Text>
              )}
              {line.heldQuantity > 0 && (
                <Text size="xs" c="dimmed">
                  {words.heldUnits(line.heldQuantity)}
                </Text>
              )}
            </div>
            <MoneyText money={line.total} size="sm" />
          </Group>
        ))}
        <Divider />
        <Group justify="space-between">
          <Text fw={600}>{words.total}</Text>
          <MoneyText money={order.totals.total} fw={600} />
        </Group>
        {order.refunds.map((refund) => (
          <div key={refund.id}>
            <Group justify="space-between">
              <Text size="sm">
                {words.refund} <StatusBadge status={refund.status} />{" "}
                <Link href={`/orders/${order.id}/refunds/${refund.id}/proof`}>{proof}</Link>
              </Text>
              <MoneyText
                money={refund.status === "SUCCEEDED" ? refund.paid : refund.amount}
                size="sm"
                td={refund.status === "CANCELED" ? "line-through" : undefined}
              />
            </Group>
            <Bearing parts={refund.bearing} reader="SELLER" />
          </div>
        ))}
        {order.shipments.map((parcel) => (
          <Text key={parcel.id} size="sm" c="dimmed">
            {[parcel.carrier, parcel.trackingNumber, ""].filter((part) => part !== null).join(" ")}
            <DateText at={parcel.shippedAt} />
          </Text>
        ))}
        {order.notes.map((note) => (
          <Text key={note} size="xs" c="dimmed">
            {note}
          </Text>
        ))}
      </Stack>
    </Card>
  );
}
