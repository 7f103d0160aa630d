import { useCommand } from "@makegood/graphql/use-command.ts";
import { AmountInput } from "@makegood/ui/amount-input.tsx";
import { Form } from "@makegood/ui/form.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Button, Card, Group, NumberInput, SimpleGrid, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { type LimitViewFragment, SetRefundLimitDocument } from "./controls.generated.ts";

/** Sets what one role gives alone; an empty amount is no limit. */
export function LimitForm({ limit, close }: { limit: LimitViewFragment; close: () => void }) {
  const words = useAppWords();
  const { currency } = limit;
  const [perRefund, setPerRefund] = useState(limit.perRefund?.amountMinor ?? 0);
  const [perDay, setPerDay] = useState(limit.perDay?.amountMinor ?? 0);
  const [goodwill, setGoodwill] = useState(limit.goodwillPerDay?.amountMinor ?? 0);
  const [days, setDays] = useState(limit.approvalBusinessDays);
  const set = useCommand(SetRefundLimitDocument);
  const submit = async () => {
    const done = await set.run({
      role: limit.role ?? null,
      currency,
      perRefundMinor: perRefund || null,
      perDayMinor: perDay || null,
      goodwillPerDayMinor: goodwill || null,
      approvalBusinessDays: days,
    });
    if (done) close();
  };
  return (
    <Card>
      <Form onSubmit={submit}>
        <Stack gap="sm">
          <Text fw={650}>{words.limitRoles[limit.role ?? "KEY"]}</Text>
          <Text size="sm" c="dimmed">
            {words.emptyIsNoLimit}
          </Text>
          <SimpleGrid cols={{ base: 1, sm: 4 }}>
            <AmountInput
              label={words.perRefund}
              currency={currency}
              value={perRefund}
              onChange={setPerRefund}
            />
            <AmountInput
              label={words.perDay}
              currency={currency}
              value={perDay}
              onChange={setPerDay}
            />
            <AmountInput
              label={words.goodwillPerDay}
              currency={currency}
              value={goodwill}
              onChange={setGoodwill}
            />
            <NumberInput
              label={words.approvalDays}
              min={1}
              max={10}
              value={days}
              onChange={(value) => setDays(Number(value) || 1)}
            />
          </SimpleGrid>
          {set.refusal && <RefusalNotice refusal={set.refusal} />}
          <Group>
            <Button type="submit" loading={set.loading}>
              {words.save}
            </Button>
            <Button variant="subtle" onClick={close}>
              {words.back}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Card>
  );
}
