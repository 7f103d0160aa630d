import { useCommand } from "@makegood/graphql/use-command.ts";
import { Form } from "@makegood/ui/form.tsx";
import { platformNow } from "@makegood/ui/platform-time.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Button, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useAppWords } from "../../words.ts";
import { ShipOrderDocument } from "./order.generated.ts";

/** A day counts until its end where the seller is. */
const endOf = (day: string) => (day ? new Date(`${day}T23:59:59`).toISOString() : null);

const today = () => platformNow().toLocaleDateString("sv-SE");

/** By whom, under which number, and by when the carrier expects to deliver it. */
export function ShipForm({ orderId }: { orderId: string }) {
  const words = useAppWords();
  const ship = useCommand(ShipOrderDocument);
  const [carrier, setCarrier, clearCarrier] = useDraft(`carrier.${orderId}`);
  const [trackingNumber, setTracking, clearTracking] = useDraft(`tracking.${orderId}`);
  const [expected, setExpected, clearExpected] = useDraft(`expected.${orderId}`);
  const submit = async () => {
    const estimatedDeliveryBy = endOf(expected);
    if (!(await ship.run({ orderId, carrier, trackingNumber, estimatedDeliveryBy }))) return;
    clearCarrier();
    clearTracking();
    clearExpected();
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        {ship.refusal && <RefusalNotice refusal={ship.refusal} />}
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <TextInput
            label={words.carrier}
            required
            value={carrier}
            onChange={(event) => setCarrier(event.currentTarget.value)}
          />
          <TextInput
            label={words.tracking}
            required
            value={trackingNumber}
            onChange={(event) => setTracking(event.currentTarget.value)}
          />
        </SimpleGrid>
        <TextInput
          type="date"
          label={words.expectedDelivery}
          description={words.expectedDeliveryHint}
          min={today()}
          value={expected}
          onChange={(event) => setExpected(event.currentTarget.value)}
        />
        <Button type="submit" loading={ship.loading}>
          {words.ship}
        </Button>
      </Stack>
    </Form>
  );
}
