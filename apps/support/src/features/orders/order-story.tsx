import { useLiveOrder } from "@makegood/graphql/use-live-order.ts";
import { useRetryPayment } from "@makegood/graphql/use-retry-payment.ts";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { NextActionNote } from "@makegood/ui/next-action-note.tsx";
import { Payment } from "@makegood/ui/payment.tsx";
import { PolicyCard } from "@makegood/ui/policy-card.tsx";
import { RefundTracker } from "@makegood/ui/refund-tracker.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { TimelineList } from "@makegood/ui/timeline-list.tsx";
import { Card, Group, Stack, Text, Title } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import { CancelRefund } from "./cancel-refund.tsx";
import { Chargebacks, SandboxBank } from "./chargebacks.tsx";
import { OnBehalf } from "./on-behalf.tsx";
import { DeskOrderDocument, DeskOrderTimelineDocument } from "./order.generated.ts";
import type { DeskOrderViewFragment } from "./order-view.generated.ts";
import { Presence } from "./presence.tsx";
import { RefundWork } from "./refund-work.tsx";
import { Decisions } from "./replay.tsx";
import { RetryRefund } from "./retry-refund.tsx";

/** An order's whole story, live, and what an agent can do for its buyer. */
export function OrderStory({
  id,
  returns,
}: {
  id: string;
  returns: (order: DeskOrderViewFragment) => ReactNode;
}) {
  const words = useAppWords();
  const [acting, setActing] = useState(false);
  const retryPayment = useRetryPayment();
  const { order, loading, error, refetch } = useLiveOrder(
    DeskOrderDocument,
    DeskOrderTimelineDocument,
    id,
  );
  if (!order && loading) return <Loading />;
  if (!order && error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!order) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  return (
    <Stack>
      <Presence orderId={order.id} acting={acting} />
      <Facts order={order} />
      <Payment order={order} retry={retryPayment} />
      {returns(order)}
      <Chargebacks order={order} />
      {order.refunds.map((refund) => (
        <Stack key={refund.id} gap="xs">
          <RefundTracker
            refund={refund}
            reader="OTHERS"
            title={words.refund}
            proofTo={`/orders/${order.id}/refunds/${refund.id}/proof`}
          >
            <RefundWork refund={refund} />
          </RefundTracker>
          {canTakeBack(refund) && (
            <CancelRefund
              refundId={refund.id}
              version={order.timelineSeq}
              callsOff={refund.status === "REQUIRES_ACTION"}
            />
          )}
          {["FAILED", "REVERSED"].includes(refund.status) && (
            <RetryRefund refundId={refund.id} version={order.timelineSeq} />
          )}
        </Stack>
      ))}
      <Decisions order={order} />
      <OnBehalf order={order} onActing={setActing} />
      <Card>
        <Stack>
          <Title order={2}>{words.story}</Title>
          <TimelineList events={order.timeline} />
        </Stack>
      </Card>
      <SandboxBank order={order} />
      <PolicyCard title={words.policy(order.shop.name)} sections={order.policy.text} />
    </Stack>
  );
}

type DeskRefund = DeskOrderViewFragment["refunds"][number];

/** What somebody gave and was not sent yet, or what waits for the buyer's details. */
const canTakeBack = ({ status, origin, bankDetailsAsked }: DeskRefund): boolean =>
  (status === "APPROVED" && ["ON_BEHALF", "GOODWILL"].includes(origin)) ||
  (status === "REQUIRES_ACTION" && bankDetailsAsked !== null);

function Facts({ order }: { order: DeskOrderViewFragment }) {
  const words = useAppWords();
  const back = order.totals.refunded.amountMinor + order.totals.refundPending.amountMinor;
  return (
    <Card>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>
            {words.order} {order.number}
          </Title>
          <Group gap="xs">
            <StatusBadge status={order.status} />
            <StatusBadge status={order.financialStatus} />
          </Group>
        </Group>
        <Text size="sm" c="dimmed">
          {order.buyer.name} ({order.buyer.email}) · {words.bought} <DateText at={order.placedAt} />{" "}
          {words.seller} <Link href={`/money/shops/${order.shop.id}`}>{order.shop.name}</Link>
        </Text>
        {order.lines.map((line) => (
          <Group key={line.id} justify="space-between" wrap="nowrap">
            <Text size="sm">
              {line.quantity} × {line.title}
            </Text>
            <MoneyText money={line.total} size="sm" />
          </Group>
        ))}
        <Text size="sm">
          {words.paid} <MoneyText money={order.totals.captured} fw={600} /> · {words.alreadyBack}{" "}
          <MoneyText
            money={{ amountMinor: back, currency: order.totals.captured.currency }}
            fw={600}
          />
        </Text>
        {order.nextAction && <NextActionNote next={order.nextAction} />}
        <Text size="sm">{order.cancellationEligibility.sentence}</Text>
        <Explanation decision={order.cancellationEligibility} fields />
      </Stack>
    </Card>
  );
}
