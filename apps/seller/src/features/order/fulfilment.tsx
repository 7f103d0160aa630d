import { useCommand } from "@makegood/graphql/use-command.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Button, Card, Stack, Title } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import {
  MarkDeliveredDocument,
  type ShopOrderViewFragment,
  StartProcessingDocument,
} from "./order.generated.ts";
import { ShipForm } from "./ship-form.tsx";

/** Packing, shipping, delivering: only what can be done now is offered. */
export function Fulfilment({ order }: { order: ShopOrderViewFragment }) {
  const words = useAppWords();
  const can = (wanted: string) =>
    order.availableActions.some(({ action, available }) => action === wanted && available);
  const start = useCommand(StartProcessingDocument);
  const deliver = useCommand(MarkDeliveredDocument);
  const orderId = order.id;
  const refusal = start.refusal ?? deliver.refusal;
  if (!["START_PROCESSING", "SHIP", "MARK_DELIVERED"].some(can) && !refusal) return null;
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{words.ship}</Title>
        {refusal && <RefusalNotice refusal={refusal} />}
        {can("START_PROCESSING") && (
          <Button
            variant="default"
            loading={start.loading}
            onClick={() => void start.run({ orderId })}
          >
            {words.startPacking}
          </Button>
        )}
        {can("SHIP") && <ShipForm orderId={orderId} />}
        {can("MARK_DELIVERED") && (
          <Button loading={deliver.loading} onClick={() => void deliver.run({ orderId })}>
            {words.markDelivered}
          </Button>
        )}
      </Stack>
    </Card>
  );
}
