import { useCommand } from "@makegood/graphql/use-command.ts";
import { Form } from "@makegood/ui/form.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Alert, Button, Card, Group, Stack, TextInput, Title } from "@mantine/core";
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
  const start = useCommand(StartProcessingDocument);
  const ship = useCommand(ShipOrderDocument);
  const deliver = useCommand(MarkDeliveredDocument);
  const [carrier, setCarrier, clearCarrier] = useDraft(`carrier.${order.id}`);
  const [tracking, setTracking, clearTracking] = useDraft(`tracking.${order.id}`);
  const orderId = order.id;
  const refusal = start.refusal ?? ship.refusal ?? deliver.refusal;
  if (!["START_PROCESSING", "SHIP", "MARK_DELIVERED"].some(can) && !refusal) return null;
  const error = start.error ?? ship.error ?? deliver.error;
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
            loading={start.loading}
            onClick={() => void start.run({ orderId })}
          >
            {words.startPacking}
          </Button>
        )}
        {can("SHIP") && (
          <Form
            onSubmit={async () => {
              if (!(await ship.run({ orderId, carrier, trackingNumber: tracking }))) return;
              clearCarrier();
              clearTracking();
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
              <Button type="submit" loading={ship.loading}>
                {words.ship}
              </Button>
            </Stack>
          </Form>
        )}
        {can("MARK_DELIVERED") && (
          <Button loading={deliver.loading} onClick={() => void deliver.run({ orderId })}>
            {words.markDelivered}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
