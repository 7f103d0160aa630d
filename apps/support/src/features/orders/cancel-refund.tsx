import { useCommand } from "@makegood/graphql/use-command.ts";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Card, Group } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { CancelRefundDocument } from "./give-refund.generated.ts";

/** Takes back a refund that somebody gave and that waits to be sent. */
export function CancelRefund({ refundId, version }: { refundId: string; version: number }) {
  const words = useAppWords();
  const [open, setOpen] = useState(false);
  const cancel = useCommand(CancelRefundDocument);
  if (!open)
    return (
      <Group>
        <Button variant="subtle" color="red" onClick={() => setOpen(true)}>
          {words.takeBack}
        </Button>
      </Group>
    );
  return (
    <Card>
      <WordsForm
        draftKey={`take-back.${refundId}`}
        label={words.takeBackWhy}
        submit={words.takeBack}
        tone="red"
        busy={cancel.loading}
        refusal={cancel.refusal}
        error={cancel.error}
        back={{ label: words.back, go: () => setOpen(false) }}
        send={(reason) => cancel.run({ refundId, reason, expectedVersion: version })}
      />
    </Card>
  );
}
