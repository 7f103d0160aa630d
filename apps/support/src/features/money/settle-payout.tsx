import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { deskMoneyWords } from "./desk-money-words.ts";
import { type DeskPayoutFragment, SettlePayoutDocument } from "./money.generated.ts";

/** Records by hand what a bank did with a payout; what was paid can only have come back. */
export function SettlePayout({ payout, close }: { payout: DeskPayoutFragment; close: () => void }) {
  const words = useWords(deskMoneyWords);
  const settle = useCommand(SettlePayoutDocument);
  const paid = payout.status === "PAID";
  const [outcome, setOutcome] = useState<"PAID" | "FAILED">(paid ? "FAILED" : "PAID");
  return (
    <WordsForm
      draftKey={`payout.${payout.id}`}
      label={words.note[outcome]}
      submit={words.record}
      busy={settle.loading}
      refusal={settle.refusal}
      back={{ label: words.back, go: close }}
      send={async (note) => {
        const done = await settle.run({ payoutId: payout.id, outcome, note });
        if (done) close();
        return done;
      }}
    >
      {!paid && (
        <Radio.Group
          label={words.outcome}
          value={outcome}
          onChange={(value) => setOutcome(value === "PAID" ? value : "FAILED")}
        >
          <Stack gap={6} mt={6}>
            <Radio value="PAID" label={words.outcomes.PAID} />
            <Radio value="FAILED" label={words.outcomes.FAILED} />
          </Stack>
        </Radio.Group>
      )}
    </WordsForm>
  );
}
