import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { Button, Group } from "@mantine/core";
import { GiveUpDeliveryDocument, type ShopOrderViewFragment } from "./order.generated.ts";

/** A parcel that did not arrive and won't be sent again: its buyer gets the money back at once. */
export function GiveUp({ order }: { order: ShopOrderViewFragment }) {
  const words = useWords(returnWords);
  const give = useCommand(GiveUpDeliveryDocument);
  const can = order.availableActions.some(
    ({ action, available }) => action === "GIVE_UP_DELIVERY" && available,
  );
  if (!can) return null;
  return (
    <>
      {give.refusal && <RefusalNotice refusal={give.refusal} />}
      <Group>
        <Button
          color="red"
          variant="light"
          loading={give.loading}
          onClick={() => void give.run({ orderId: order.id })}
        >
          {words.giveUp}
        </Button>
      </Group>
    </>
  );
}
