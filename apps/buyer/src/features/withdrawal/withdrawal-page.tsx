import { useQuery } from "@apollo/client/react";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { MissingNote } from "@makegood/ui/missing-note.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { BackLink } from "@makegood/ui/shell.tsx";
import { EmptyState, ErrorState, Loading } from "@makegood/ui/states.tsx";
import { DateText } from "@makegood/ui/texts.tsx";
import { allOf, pickedUnits, UnitPicker, withinOf } from "@makegood/ui/unit-picker.tsx";
import { Anchor, Button, Card, Code, Stack, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Code.css";
import { useState } from "react";
import { useRemedies } from "../../remedies.ts";
import { useAppWords } from "../../words.ts";
import {
  DeclareWithdrawalDocument,
  WithdrawalFormDocument,
  type WithdrawalFormQuery,
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
  if (loading && !data) return <Loading />;
  if (error) return <ErrorState error={error} retry={() => void refetch()} />;
  const order = data?.order;
  if (!order) return <EmptyState title={words.notFound}>{words.notFoundHint}</EmptyState>;
  const right = order.withdrawalRight;
  return (
    <Stack>
      <BackLink to={`/orders/${id}`} label={order.number} />
      <Title order={1}>{words.withdrawTitle}</Title>
      {order.withdrawals.map((withdrawal) => (
        <Acknowledged key={withdrawal.id} withdrawal={withdrawal} />
      ))}
      {order.withdrawals.length === 0 && !right && (
        <EmptyState title={words.noRight}>{words.noRightHint}</EmptyState>
      )}
      {right && <Declare order={order} right={right} declared={() => void refetch()} />}
    </Stack>
  );
}

type FormOrder = NonNullable<WithdrawalFormQuery["order"]>;

/** For which units; what is exempt stays out and takes nothing from the rest. */
function Declare({
  order,
  right,
  declared,
}: {
  order: FormOrder;
  right: NonNullable<FormOrder["withdrawalRight"]>;
  declared: () => void;
}) {
  const words = useAppWords();
  const remedies = useRemedies(order.id);
  const declare = useCommand(DeclareWithdrawalDocument);
  const [chosen, setChosen] = useState<Record<string, number> | null>(null);
  const counts = chosen ? withinOf(right.units, chosen) : allOf(right.units);
  const units = pickedUnits(counts);
  const others = order.lines.filter(({ id }) => !right.units.some(({ line }) => line.id === id));
  return (
    <Stack>
      <Text>{words.withdrawFrom(order.shop.name, right.name)}</Text>
      <UnitPicker
        title={words.withdrawUnits}
        units={right.units}
        counts={counts}
        onChange={setChosen}
      />
      <Card>
        <Stack>
          {others.length > 0 && (
            <Text size="sm" c="dimmed">
              {words.notWithdrawable} {others.map(({ title }) => title).join(", ")}.
            </Text>
          )}
          {right.until && (
            <Text size="sm" c="dimmed">
              {words.rightUntil} <DateText at={right.until} until />
            </Text>
          )}
          <Text size="sm">{words.withdrawMeans}</Text>
          {declare.refusal && <RefusalNotice refusal={declare.refusal} actions={remedies} />}
          <MissingNote missing={units.length === 0 ? [words.missingUnits] : []} />
          <Button
            size="md"
            loading={declare.loading}
            disabled={units.length === 0}
            onClick={async () => {
              if (await declare.run({ orderId: order.id, units })) declared();
            }}
          >
            {words.confirmWithdraw}
          </Button>
        </Stack>
      </Card>
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
