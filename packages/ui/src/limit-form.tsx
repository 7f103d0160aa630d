import { Button, Group, NumberInput, SimpleGrid, Stack, Text } from "@mantine/core";
import "@mantine/core/styles/NumberInput.css";
import { useState } from "react";
import { OptionalAmountInput } from "./amount-input.tsx";
import { Form } from "./form.tsx";
import { limitWords } from "./limit-words.ts";
import { useWords } from "./locale.tsx";
import { RefusalNotice, type Refused } from "./refusal-notice.tsx";
import type { MoneyLike } from "./texts.tsx";

export interface ShownLimit {
  currency: string;
  perRefund?: MoneyLike | null;
  perDay?: MoneyLike | null;
  goodwillPerDay?: MoneyLike | null;
  approvalBusinessDays: number;
}

export interface TypedLimit {
  currency: string;
  perRefundMinor: number | null;
  perDayMinor: number | null;
  goodwillPerDayMinor: number | null;
  approvalBusinessDays: number;
}

/** Sets what somebody, or a key, gives alone. */
export function LimitForm({
  limit,
  hint,
  busy,
  refusal,
  save,
  back,
}: {
  limit: ShownLimit;
  hint?: string;
  busy: boolean;
  refusal: Refused | null;
  save: (limit: TypedLimit) => void;
  back: () => void;
}) {
  const words = useWords(limitWords);
  const { currency } = limit;
  const [perRefundMinor, setPerRefund] = useState(limit.perRefund?.amountMinor ?? null);
  const [perDayMinor, setPerDay] = useState(limit.perDay?.amountMinor ?? null);
  const [goodwillPerDayMinor, setGoodwill] = useState(limit.goodwillPerDay?.amountMinor ?? null);
  const [approvalBusinessDays, setDays] = useState(limit.approvalBusinessDays);
  const amounts = [
    [words.perRefund, perRefundMinor, setPerRefund],
    [words.perDay, perDayMinor, setPerDay],
    [words.goodwillPerDay, goodwillPerDayMinor, setGoodwill],
  ] as const;
  const typed = { perRefundMinor, perDayMinor, goodwillPerDayMinor, approvalBusinessDays };
  return (
    <Form onSubmit={() => save({ currency, ...typed })}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {words.emptyIsNoLimit} {hint}
        </Text>
        <SimpleGrid cols={{ base: 1, sm: 4 }}>
          {amounts.map(([label, value, onChange]) => (
            <OptionalAmountInput
              key={label}
              label={label}
              currency={currency}
              value={value}
              onChange={onChange}
            />
          ))}
          <NumberInput
            label={words.approvalDays}
            min={1}
            max={10}
            value={approvalBusinessDays}
            onChange={(value) => setDays(Number(value) || 1)}
          />
        </SimpleGrid>
        {refusal && <RefusalNotice refusal={refusal} />}
        <Group>
          <Button type="submit" loading={busy}>
            {words.save}
          </Button>
          <Button variant="subtle" onClick={back}>
            {words.back}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
