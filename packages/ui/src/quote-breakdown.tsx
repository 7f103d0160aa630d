import { Divider, Group, Stack, Text } from "@mantine/core";
import { useWords } from "./locale.tsx";
import { DateText, type MoneyLike, MoneyText } from "./texts.tsx";
import { uiWords } from "./words.ts";

export interface Quoted {
  total: MoneyLike;
  components: { kind: string; label: string; amount: MoneyLike }[];
  allocations: { amount: MoneyLike; payment: { label: string } }[];
  promisedBy: string;
  expectedAtBankBy: string;
}

const Line = ({ label, money, strong }: { label: string; money: MoneyLike; strong?: boolean }) => (
  <Group justify="space-between">
    <Text size="sm" fw={strong ? 650 : 400}>
      {label}
    </Text>
    <MoneyText money={money} size="sm" fw={strong ? 650 : 400} />
  </Group>
);

/** Exactly what comes back, to which payment, and by when. */
export function QuoteBreakdown({ quote }: { quote: Quoted }) {
  const words = useWords(uiWords);
  return (
    <Stack gap={6}>
      {quote.components.map(({ kind, label, amount }) => (
        <Line key={kind} label={label} money={amount} />
      ))}
      <Divider />
      <Line label={words.total} money={quote.total} strong />
      {quote.allocations.map(({ amount, payment }) => (
        <Line key={payment.label} label={`→ ${payment.label}`} money={amount} />
      ))}
      <Text size="sm" c="dimmed">
        {words.promisedBy} <DateText at={quote.promisedBy} dateOnly /> · {words.expected}{" "}
        <DateText at={quote.expectedAtBankBy} dateOnly />
      </Text>
    </Stack>
  );
}
