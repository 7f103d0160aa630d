import { useMutation } from "@apollo/client/react";
import { useIntent } from "@makegood/graphql/use-intent.ts";
import { RefusalNotice, type Refused } from "@makegood/ui/refusal-notice.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Alert, Button, Card, Group, Stack, TextInput, Title } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import {
  MarkDeliveredDocument,
  ShipOrderDocument,
  type ShopOrderViewFragment,
  StartProcessingDocument,
} from "./order.generated.ts";

/** Packing, shipping, delivering: only what can be done now is offered. */
export function Fulfilment({ order }: { order: ShopOrderViewFragment }) {
  const words = useAppWords();
  const can = (wanted: string) =>
    order.availableActions.some(({ action, available }) => action === wanted && available);
  const [start, starting] = useMutation(StartProcessingDocument);
  const [ship, shipping] = useMutation(ShipOrderDocument);
  const [deliver, delivering] = useMutation(MarkDeliveredDocument);
  const [carrier, setCarrier, clearCarrier] = useDraft(`carrier.${order.id}`);
  const [tracking, setTracking, clearTracking] = useDraft(`tracking.${order.id}`);
  const [refusal, setRefusal] = useState<Refused | null>(null);
  const intent = useIntent();
  const orderId = order.id;
  const keyed = <T extends object>(meant: T) => ({ ...meant, idempotencyKey: intent.key(meant) });
  const settle = (result: { __typename: string } | null | undefined) => {
    if (!result) return false;
    const done = result.__typename === "OrderSuccess";
    if (done) intent.done();
    setRefusal(done ? null : (result as unknown as Refused));
    return done;
  };
  if (!["START_PROCESSING", "SHIP", "MARK_DELIVERED"].some(can) && !refusal) return null;
  const error = starting.error ?? shipping.error ?? delivering.error;
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{words.ship}</Title>
        {refusal && <RefusalNotice refusal={refusal} />}
        {error && (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        )}
        {can("START_PROCESSING") && (
          <Button
            variant="default"
            loading={starting.loading}
            onClick={async () =>
              settle(
                (
                  await start({
                    variables: {
                      input: { orderId, idempotencyKey: intent.key({ orderId, start: true }) },
                    },
                  })
                ).data?.startProcessing,
              )
            }
          >
            {words.startPacking}
          </Button>
        )}
        {can("SHIP") && (
          <form
            onSubmit={async (event) => {
              event.preventDefault();
              const input = keyed({ orderId, carrier, trackingNumber: tracking });
              if (settle((await ship({ variables: { input } })).data?.shipOrder)) {
                clearCarrier();
                clearTracking();
              }
            }}
          >
            <Stack gap="sm">
              <Group grow align="flex-end">
                <TextInput
                  label={words.carrier}
                  required
                  value={carrier}
                  onChange={(event) => setCarrier(event.currentTarget.value)}
                />
                <TextInput
                  label={words.tracking}
                  required
                  value={tracking}
                  onChange={(event) => setTracking(event.currentTarget.value)}
                />
              </Group>
              <Button type="submit" loading={shipping.loading}>
                {words.ship}
              </Button>
            </Stack>
          </form>
        )}
        {can("MARK_DELIVERED") && (
          <Button
            loading={delivering.loading}
            onClick={async () =>
              settle(
                (await deliver({ variables: { input: keyed({ orderId }) } })).data?.markDelivered,
              )
            }
          >
            {words.markDelivered}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
