import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Card, Group } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { CancelRefundDocument } from "./give-refund.generated.ts";

/** Takes back a refund that waits to be sent, or calls off one that waits for the buyer's details. */
export function CancelRefund({
  refundId,
  version,
  callsOff,
}: {
  refundId: string;
  version: number;
  /** Then the buyer, with whom it is agreed, is told why. */
  callsOff: boolean;
}) {
  const words = useAppWords();
  const repayment = useWords(repaymentWords);
  const doIt = callsOff ? repayment.callOff : words.takeBack;
  const [open, setOpen] = useState(false);
  const cancel = useCommand(CancelRefundDocument);
  if (!open)
    return (
      <Group>
        <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
          {doIt}
        </Button>
      </Group>
    );
  return (
    <Card>
      <WordsForm
        draftKey={`take-back.${refundId}`}
        label={callsOff ? repayment.closeHeldWhy : words.takeBackWhy}
        submit={doIt}
        tone="red"
        busy={cancel.loading}
        refusal={cancel.refusal}
        back={{ label: words.back, go: () => setOpen(false) }}
        send={(reason) => cancel.run({ refundId, reason, expectedVersion: version })}
      />
    </Card>
  );
}
