import { useCommand } from "@makegood/graphql/use-command.ts";
import { ChargebackCard } from "@makegood/ui/chargeback-card.tsx";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { NextActionNote } from "@makegood/ui/next-action-note.tsx";
import { PolicyCard } from "@makegood/ui/policy-card.tsx";
import { RefundTracker } from "@makegood/ui/refund-tracker.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { returnWords } from "@makegood/ui/return-words.ts";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { TimelineList } from "@makegood/ui/timeline-list.tsx";
import { Anchor, Button, Card, Divider, Group, List, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import { NotArrived } from "./not-arrived.tsx";
import { type OrderStoryFragment, WithdrawCancellationDocument } from "./order.generated.ts";
import { Paying } from "./paying.tsx";
import { useOrder } from "./use-order.ts";

/** One order: what can be done with it, where its money is, and all that happened. */
export function OrderPage({
  id,
  feedback,
  returns,
  escalate,
  choices,
}: {
  id: string;
  feedback: (order: OrderStoryFragment) => ReactNode;
  returns: (order: OrderStoryFragment) => ReactNode;
  escalate: (cancellationId: string) => ReactNode;
  choices: (refund: OrderStoryFragment["refunds"][number]) => ReactNode;
}) {
  const words = useAppWords();
  const returning = useWords(returnWords);
  const ways = useWords(repaymentWords);
  const { order, loading, error, refetch } = useOrder(id);
  if (!order && loading) return <Loading />;
  if (!order && error) return <ErrorState error={error} retry={() => void refetch()} />;
  if (!order) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  return (
    <Stack>
      <BackLink to="/" label={words.orders} />
      <Group justify="space-between">
        <Title order={1}>{order.number}</Title>
        <Group gap="xs">
          <StatusBadge status={order.status} />
          {order.financialStatus !== "PAID" && <StatusBadge status={order.financialStatus} />}
        </Group>
      </Group>
      <Text c="dimmed" size="sm">
        {words.boughtOn} <DateText at={order.placedAt} /> {words.from}{" "}
        <Link href={`/shops/${order.shop.id}`}>{order.shop.name}</Link>
      </Text>
      {order.nextAction && !isSaidBelow(order) && <NextActionNote next={order.nextAction} />}
      {order.inExchangeFor && (
        <Text size="sm">
          {returning.inExchange}{" "}
          <Link href={`/orders/${order.inExchangeFor.order.id}`}>
            {order.inExchangeFor.order.number}
          </Link>
        </Text>
      )}
      <Paying order={order} />
      <NotArrived order={order} />
      {order.refunds.map((refund) => (
        <RefundTracker
          key={refund.id}
          reader="BUYER"
          refund={refund}
          title={words.refund}
          proofTo={`/orders/${order.id}/refunds/${refund.id}/proof`}
        >
          {refund.nextAction && refund.nextAction.sentence !== order.nextAction?.sentence && (
            <NextActionNote next={refund.nextAction} />
          )}
          {refund.arrivalNote && (
            <Anchor component={Link} href={`/orders/${order.id}/help`} size="sm">
              {words.askSupport}
            </Anchor>
          )}
          {choices(refund)}
        </RefundTracker>
      ))}
      {order.chargebacks.map((chargeback) => (
        <ChargebackCard key={chargeback.id} chargeback={chargeback}>
          {chargeback.nextAction && <Text size="sm">{ways.buyersWay}</Text>}
        </ChargebackCard>
      ))}
      {feedback(order)}
      <OpenCancellations order={order} escalate={escalate} />
      {returns(order)}
      <Cancelling order={order} />
      <Lines order={order} />
      <Card>
        <Stack>
          <Title order={2}>{words.story}</Title>
          <TimelineList events={order.timeline} />
        </Stack>
      </Card>
      <PolicyCard title={words.policy(order.shop.name)} sections={order.policy.text} />
    </Stack>
  );
}

/** Whether the card of what waits says it already, beside what can be done about it. */
function isSaidBelow({ nextAction, cancellations, returns, disputes }: OrderStoryFragment) {
  return [...cancellations, ...returns, ...disputes].some(
    (open) => open.nextAction?.sentence === nextAction?.sentence,
  );
}

function OpenCancellations({
  order,
  escalate,
}: {
  order: OrderStoryFragment;
  escalate: (cancellationId: string) => ReactNode;
}) {
  const words = useAppWords();
  const withdraw = useCommand(WithdrawCancellationDocument);
  const shown = order.cancellations.filter(({ status }) =>
    ["PENDING_SELLER", "REJECTED", "ESCALATED", "SUPERSEDED_BY_SHIPMENT"].includes(status),
  );
  return shown.map((cancellation) => (
    <Card key={cancellation.id}>
      <Stack gap="xs">
        <Group justify="space-between">
          <Title order={2}>{words.cancellation}</Title>
          <StatusBadge status={cancellation.status} />
        </Group>
        {cancellation.rejectionReason && <Text size="sm">{cancellation.rejectionReason}</Text>}
        {cancellation.nextAction && <NextActionNote next={cancellation.nextAction} />}
        {withdraw.refusal && <RefusalNotice refusal={withdraw.refusal} />}
        {cancellation.status === "REJECTED" && escalate(cancellation.id)}
        {cancellation.status === "PENDING_SELLER" && (
          <Button
            variant="default"
            loading={withdraw.loading}
            onClick={() => void withdraw.run({ cancellationId: cancellation.id })}
          >
            {words.withdraw}
          </Button>
        )}
      </Stack>
    </Card>
  ));
}

/** Whether it can be canceled and until when; if not, why. What has arrived is returned instead. */
function Cancelling({ order }: { order: OrderStoryFragment }) {
  const words = useAppWords();
  const decision = order.cancellationEligibility;
  const possible = decision.outcome !== "REFUSED";
  // What nobody has to agree to comes before what somebody is asked for.
  const declares = order.withdrawalRight != null;
  const arrived = ["DELIVERED", "COMPLETED"].includes(order.status);
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{arrived ? words.helpTitle : words.cancelTitle}</Title>
        {!arrived && <WhetherCancelable decision={decision} />}
        {declares && order.withdrawalRight && (
          <Text size="sm">
            {words.byLaw(order.withdrawalRight.name)}
            {order.withdrawalRight.until && (
              <>
                {" "}
                {words.rightUntil} <DateText at={order.withdrawalRight.until} until />.
              </>
            )}
          </Text>
        )}
        <Group>
          {declares && (
            <Button
              component={Link}
              href={`/orders/${order.id}/withdraw`}
              variant={decision.outcome === "AUTO_APPROVED" ? "default" : "filled"}
            >
              {words.withdraw1}
            </Button>
          )}
          {possible && (
            <Button
              component={Link}
              href={`/orders/${order.id}/cancel`}
              variant={declares && decision.outcome !== "AUTO_APPROVED" ? "default" : "filled"}
            >
              {decision.outcome === "AUTO_APPROVED" ? words.cancel : words.askToCancel}
            </Button>
          )}
          <Button component={Link} href={`/orders/${order.id}/help`} variant="default">
            {words.askSupport}
          </Button>
        </Group>
        {!arrived && <Explanation decision={decision} />}
        {order.withdrawals[0] && (
          <Link href={`/orders/${order.id}/withdraw`}>{words.withdrawn}</Link>
        )}
        {order.cases.map((support) => (
          <Link key={support.id} href={`/help/${support.id}`}>
            {support.number}: {support.subject}
          </Link>
        ))}
      </Stack>
    </Card>
  );
}

function WhetherCancelable({
  decision,
}: {
  decision: OrderStoryFragment["cancellationEligibility"];
}) {
  const words = useAppWords();
  return (
    <>
      <Text>{decision.sentence}</Text>
      {decision.validUntil && (
        <Text size="sm" c="dimmed">
          {words.validUntil} <DateText at={decision.validUntil} until />
        </Text>
      )}
      {decision.becomesPossible && (
        <Text size="sm" c="dimmed">
          {decision.becomesPossible}
        </Text>
      )}
      {decision.outcome === "REFUSED" && (
        <List size="sm">
          {decision.nextSteps.map(({ kind, sentence }) => (
            <List.Item key={kind}>{sentence}</List.Item>
          ))}
        </List>
      )}
    </>
  );
}

function Lines({ order }: { order: OrderStoryFragment }) {
  const words = useAppWords();
  return (
    <Card>
      <Stack gap="xs">
        {order.lines.map((line) => (
          <Group key={line.id} justify="space-between" wrap="nowrap" align="flex-start">
            <Text size="sm">
              {line.quantity} × {line.title}
              {line.returningQuantity + line.returnedQuantity > 0 && (
                <Text component="span" c="dimmed">
                  {" "}
                  · {words.returnedOf(line.returningQuantity + line.returnedQuantity)}
                </Text>
              )}
              {line.canceledQuantity > 0 && (
                <Text component="span" c="dimmed">
                  {" "}
                  · {words.canceledOf(line.canceledQuantity)}
                </Text>
              )}
            </Text>
            <MoneyText money={line.total} size="sm" />
          </Group>
        ))}
        <Divider />
        <Group justify="space-between">
          <Text fw={600}>{words.total}</Text>
          <MoneyText money={order.totals.total} fw={600} />
        </Group>
        {order.shipments.map((shipment) => (
          <Text key={shipment.id} size="sm" c="dimmed">
            {[words.parcel, shipment.carrier, shipment.trackingNumber].filter(Boolean).join(" ")} ·{" "}
            <DateText at={shipment.deliveredAt ?? shipment.shippedAt} />
          </Text>
        ))}
      </Stack>
    </Card>
  );
}
