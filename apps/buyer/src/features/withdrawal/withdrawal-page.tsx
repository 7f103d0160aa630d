import { useQuery } from "@apollo/client/react";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { Anchor, Button, Card, Code, List, Stack, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Code.css";
import { useAppWords } from "../../words.ts";
import {
  DeclareWithdrawalDocument,
  WithdrawalFormDocument,
  type WithdrawalViewFragment,
} from "./withdrawal.generated.ts";

/**
 * The second step of a withdrawal by law: what is withdrawn from, and "confirm withdrawal here"
 * (Directive 2011/83/EU, Article 11a). Then the acknowledgement, to keep.
 */
export function WithdrawalPage({ id }: { id: string }) {
  const words = useAppWords();
  const { data, loading, error, refetch } = useQuery(WithdrawalFormDocument, {
    variables: { id },
    fetchPolicy: "network-only",
  });
  const declare = useCommand(DeclareWithdrawalDocument);
  if (loading && !data) return <Loading />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const order = data?.order;
  if (!order) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  const [done] = order.withdrawals;
  const right = order.withdrawalRight;
  return (
    <Stack>
      <BackLink to={`/orders/${id}`} label={order.number} />
      <Title order={1}>{words.withdrawTitle}</Title>
      {done && <Acknowledged withdrawal={done} />}
      {!done && !right && <EmptyState title={words.noRight}>{words.noRightHint}</EmptyState>}
      {!done && right && (
        <Card>
          <Stack>
            <Text>{words.withdrawFrom(order.shop.name, right.name)}</Text>
            <List size="sm">
              {order.lines.map((line) => (
                <List.Item key={line.id}>
                  {line.quantity - line.canceledQuantity} × {line.title}
                </List.Item>
              ))}
            </List>
            {right.until && (
              <Text size="sm" c="dimmed">
                {words.rightUntil} <DateText at={right.until} />
              </Text>
            )}
            <Text size="sm">{words.withdrawMeans}</Text>
            {declare.refusal && <RefusalNotice refusal={declare.refusal} />}
            <Button
              size="md"
              loading={declare.loading}
              onClick={async () => {
                if (await declare.run({ orderId: id })) void refetch();
              }}
            >
              {words.confirmWithdraw}
            </Button>
          </Stack>
        </Card>
      )}
    </Stack>
  );
}

function Acknowledged({ withdrawal }: { withdrawal: WithdrawalViewFragment }) {
  const words = useAppWords();
  return (
    <Card aria-live="polite">
      <Stack>
        <Text fw={600}>{words.withdrawn}</Text>
        <Code block style={{ whiteSpace: "pre-wrap" }}>
          {withdrawal.acknowledgement}
        </Code>
        <Anchor href={`${withdrawal.path}?app=buyer`} download>
          {words.keepIt}
        </Anchor>
        <Text size="sm" c="dimmed">
          {words.alsoByMail}
        </Text>
      </Stack>
    </Card>
  );
}
