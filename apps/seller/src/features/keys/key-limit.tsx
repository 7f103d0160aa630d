import type { LimitViewFragment } from "@makegood/graphql/fragments/money.generated.ts";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { LimitForm } from "@makegood/ui/limit-form.tsx";
import { limitWords } from "@makegood/ui/limit-words.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { Button, Group, Text } from "@mantine/core";
import { useState } from "react";
import { SetKeyLimitDocument } from "./keys.generated.ts";

/** What a key gives back alone, and (owners) how to set it. */
export function KeyLimit({
  keyId,
  limit,
  maySet,
  changed,
}: {
  keyId: string;
  limit: LimitViewFragment;
  maySet: boolean;
  changed: () => void;
}) {
  const words = useWords(limitWords);
  const [open, setOpen] = useState(false);
  const set = useCommand(SetKeyLimitDocument);
  if (open) {
    return (
      <LimitForm
        limit={limit}
        hint={words.ofKeyHint}
        busy={set.loading}
        refusal={set.refusal}
        back={() => setOpen(false)}
        save={async (typed) => {
          if (!(await set.run({ keyId, ...typed }))) return;
          setOpen(false);
          changed();
        }}
      />
    );
  }
  const said = [
    [words.perRefund, limit.perRefund],
    [words.perDay, limit.perDay],
    [words.goodwillPerDay, limit.goodwillPerDay],
  ] as const;
  return (
    <Group gap="xs">
      <Text size="sm">
        {words.ofKey}:{" "}
        {said.map(([label, money], index) => (
          <span key={label}>
            {index > 0 && " · "}
            {label.toLowerCase()} {money ? <MoneyText money={money} /> : words.noLimit}
          </span>
        ))}
      </Text>
      {maySet && (
        <Button size="compact-xs" variant="subtle" onClick={() => setOpen(true)}>
          {words.change}
        </Button>
      )}
    </Group>
  );
}
