import { useCommand } from "@makegood/graphql/use-command.ts";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Card, Group, Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { CancelAsSellerDocument, type ShopOrderViewFragment } from "./order.generated.ts";

type Reason = "OUT_OF_STOCK" | "CANNOT_SHIP" | "WRONG_PRICE" | "OTHER";

/** What can't be shipped is canceled by the seller; the buyer gets all of it back. */
export function CannotShip({ order }: { order: ShopOrderViewFragment }) {
  const words = useAppWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<Reason>("OUT_OF_STOCK");
  const cancel = useCommand(CancelAsSellerDocument);
  const can = order.availableActions.some(
    ({ action, available }) => action === "CANCEL_AS_SELLER" && available,
  );
  if (!can) return null;
  if (!open) {
    return (
      <Group>
        <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
          {words.cannotShip}
        </Button>
      </Group>
    );
  }
  return (
    <Card>
      <WordsForm
        draftKey={`cannot-ship.${order.id}`}
        label={words.whatBuyerIsTold}
        submit={words.cancelAndRefund}
        needed={reason === "OTHER"}
        tone="red"
        busy={cancel.loading}
        refusal={cancel.refusal}
        back={{ label: words.back, go: () => setOpen(false) }}
        send={(note) => cancel.run({ orderId: order.id, reason, note: note || null })}
      >
        <Radio.Group
          label={words.cannotShipWhy}
          value={reason}
          onChange={(value) => setReason(value as Reason)}
        >
          <Stack gap={6} mt={6}>
            {Object.entries(words.cannotShipReasons).map(([value, label]) => (
              <Radio key={value} value={value} label={label} />
            ))}
          </Stack>
        </Radio.Group>
      </WordsForm>
    </Card>
  );
}
