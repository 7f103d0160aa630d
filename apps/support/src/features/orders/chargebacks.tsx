import { useMutation } from "@apollo/client/react";
import { useSandboxClock } from "@makegood/graphql/use-sandbox-clock.ts";
import { ChargebackCard } from "@makegood/ui/chargeback-card.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { Button, Card, Group, Stack, Title } from "@mantine/core";
import type { DeskOrderViewFragment } from "./order-view.generated.ts";
import {
  MoveSandboxChargebackDocument,
  OpenSandboxChargebackDocument,
} from "./sandbox-bank.generated.ts";

const moves = ["UNDER_REVIEW", "WON", "LOST"] as const;

/** Payments of the order that are disputed at the bank; in a sandbox, what that bank does. */
export function Chargebacks({ order }: { order: DeskOrderViewFragment }) {
  const inSandbox = useSandboxClock() !== null;
  return (
    <>
      {order.chargebacks.map((chargeback) => (
        <ChargebackCard key={chargeback.id} chargeback={chargeback}>
          {inSandbox && chargeback.nextAction && <Bank chargebackId={chargeback.id} />}
        </ChargebackCard>
      ))}
    </>
  );
}

function Bank({ chargebackId }: { chargebackId: string }) {
  const words = useWords(repaymentWords);
  const [move, { loading }] = useMutation(MoveSandboxChargebackDocument);
  return (
    <Group gap="xs">
      {moves.map((status) => (
        <Button
          key={status}
          variant="default"
          size="xs"
          loading={loading}
          onClick={() => void move({ variables: { input: { chargebackId, status } } })}
        >
          {words.sandboxMove[status]}
        </Button>
      ))}
    </Group>
  );
}

/** In a sandbox, lets the buyer's bank dispute a payment that it does not dispute yet. */
export function SandboxBank({ order }: { order: DeskOrderViewFragment }) {
  const inSandbox = useSandboxClock() !== null;
  return inSandbox && order.chargebacks.length === 0 ? <OpenOne orderId={order.id} /> : null;
}

function OpenOne({ orderId }: { orderId: string }) {
  const words = useWords(repaymentWords);
  const [open, { loading }] = useMutation(OpenSandboxChargebackDocument);
  return (
    <Card>
      <Stack gap="xs" align="flex-start">
        <Title order={3}>{words.sandboxBank}</Title>
        <Button
          variant="default"
          size="xs"
          loading={loading}
          onClick={() => void open({ variables: { input: { orderId } } })}
        >
          {words.sandboxOpen}
        </Button>
      </Stack>
    </Card>
  );
}
