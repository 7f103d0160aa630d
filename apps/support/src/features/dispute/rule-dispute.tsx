import type { DisputeViewFragment } from "@makegood/graphql/fragments/dispute.generated.ts";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { AmountInput } from "@makegood/ui/amount-input.tsx";
import { DisputeCard } from "@makegood/ui/dispute-card.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { returnWords } from "@makegood/ui/return-words.ts";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Radio, Stack } from "@mantine/core";
import { useState } from "react";
import { RuleDisputeDocument } from "./dispute.generated.ts";

type RuledFor = "BUYER" | "SELLER" | "SPLIT";

interface Ruled {
  dispute: DisputeViewFragment;
  /** The order's newest event that is shown: a ruling on an older picture is refused. */
  version: number;
}

/** A dispute as an agent sees it, and the ruling while it is their turn. */
export function Dispute(given: Ruled) {
  const { dispute } = given;
  return (
    <DisputeCard dispute={dispute} app="support">
      {dispute.status === "UNDER_REVIEW" && <Rule {...given} />}
    </DisputeCard>
  );
}

function Rule({ dispute, version }: Ruled) {
  const words = useWords(returnWords);
  const [ruledFor, setRuledFor] = useState<RuledFor>("BUYER");
  const about = dispute.return;
  const [amountMinor, setAmountMinor] = useState(Math.floor((about?.amount.amountMinor ?? 0) / 2));
  const rule = useCommand(RuleDisputeDocument);
  const choices = (["BUYER", "SELLER", ...(about ? ["SPLIT"] : [])] as RuledFor[]).map((value) => (
    <Radio key={value} value={value} label={words.ruleFor[value]} />
  ));
  return (
    <WordsForm
      draftKey={`rule.${dispute.id}`}
      label={words.ruleReason}
      submit={words.rule}
      busy={rule.loading}
      refusal={rule.refusal}
      send={(reason) =>
        rule.run({
          disputeId: dispute.id,
          expectedVersion: version,
          ruledFor,
          amountMinor: ruledFor === "SPLIT" ? amountMinor : null,
          reason,
        })
      }
    >
      <Radio.Group
        label={words.ruling}
        value={ruledFor}
        onChange={(value) => setRuledFor(value as RuledFor)}
      >
        <Stack gap={6} mt={6}>
          {choices}
        </Stack>
      </Radio.Group>
      {ruledFor === "SPLIT" && about && (
        <AmountInput
          label={words.ruleAmount}
          currency={about.amount.currency}
          value={amountMinor}
          onChange={setAmountMinor}
        />
      )}
    </WordsForm>
  );
}
