import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { RefundInsteadDocument } from "./return.generated.ts";

/** The seller can't send what is wanted for a return: the buyer gets the money, and is told why. */
export function NoneLeft({ returnId }: { returnId: string }) {
  const words = useWords(returnWords);
  const [open, setOpen] = useState(false);
  const instead = useCommand(RefundInsteadDocument);
  if (!open) {
    return (
      <Group>
        <Button variant="default" onClick={() => setOpen(true)}>
          {words.noneLeft}
        </Button>
      </Group>
    );
  }
  return (
    <WordsForm
      draftKey={`none-left.${returnId}`}
      label={words.noneLeftWhy}
      submit={words.noneLeft}
      busy={instead.loading}
      refusal={instead.refusal}
      send={(reason) => instead.run({ returnId, reason })}
    />
  );
}
