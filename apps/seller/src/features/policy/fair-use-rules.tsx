import { AmountInput } from "@makegood/ui/amount-input.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { Card, NumberInput, Stack, Text, Title } from "@mantine/core";
import "@mantine/core/styles/NumberInput.css";
import { policyWords } from "./policy-words.ts";
import type { Rules } from "./use-draft-rules.ts";

type FairUse = Rules["fairUse"];
type Cap = Exclude<keyof FairUse, "__typename" | "withinDays" | "returnlessBudgetMinor">;

const caps: readonly Cap[] = [
  "requestsPerOrder",
  "changesPerOrder",
  "requestsPerProduct",
  "requestsPerBuyer",
];

/** How much one buyer may ask for before support has a look; an empty field caps nothing. */
export function FairUseRules({
  fairUse,
  currency,
  onChange,
}: {
  fairUse: FairUse;
  currency: string;
  onChange: (fairUse: FairUse) => void;
}) {
  const words = useWords(policyWords);
  return (
    <Card>
      <Stack gap="sm">
        <Title order={2}>{words.fairUse}</Title>
        <Text size="sm" c="dimmed">
          {words.fairUseHint}
        </Text>
        <NumberInput
          label={words.fairUseFields.withinDays}
          min={1}
          allowDecimal={false}
          value={fairUse.withinDays}
          onChange={(typed) => onChange({ ...fairUse, withinDays: Math.round(Number(typed) || 0) })}
        />
        {caps.map((key) => (
          <NumberInput
            key={key}
            label={words.fairUseFields[key]}
            min={1}
            allowDecimal={false}
            value={fairUse[key] ?? ""}
            onChange={(typed) =>
              onChange({ ...fairUse, [key]: typed === "" ? null : Math.round(Number(typed)) })
            }
          />
        ))}
        <AmountInput
          label={words.fairUseFields.returnlessBudgetMinor}
          currency={currency}
          value={fairUse.returnlessBudgetMinor ?? 0}
          onChange={(minor) =>
            onChange({ ...fairUse, returnlessBudgetMinor: minor === 0 ? null : minor })
          }
        />
      </Stack>
    </Card>
  );
}
