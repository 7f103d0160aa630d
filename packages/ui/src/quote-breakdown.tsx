import { Divider, Group, Stack, Text } from "@mantine/core";
import { useWords } from "./locale.tsx";
import { paymentWords } from "./payment-words.ts";
import { DateText, type MoneyLike, MoneyText } from "./texts.tsx";
import { uiWords } from "./words.ts";

export interface Quoted {
  total: MoneyLike;
  /** What will not be charged in the end, where nothing was taken yet. */
  notCharged?: MoneyLike;
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

/** To the buyer: exactly what comes back, to which payment, and by when. */
export function QuoteBreakdown({ quote }: { quote: Quoted }) {
  const words = useWords(uiWords);
  const paying = useWords(paymentWords);
  const inGoods = quote.components.some(({ kind }) => kind === "EXCHANGED");
  if (quote.notCharged && quote.notCharged.amountMinor > 0) {
    return (
      <Stack gap={6}>
        {quote.components.map(({ kind, label, amount }) => (
          <Line key={kind} label={label} money={amount} />
        ))}
        <Divider />
        <Line label={paying.notCharged} money={quote.notCharged} strong />
        <Text size="sm" c="dimmed">
          {paying.nothingTaken}
        </Text>
      </Stack>
    );
  }
  return (
    <Stack gap={6}>
      {quote.components.map(({ kind, label, amount }) => (
        <Line key={kind} label={label} money={amount} />
      ))}
      <Divider />
      <Line label={inGoods ? paying.inMoney : words.total} money={quote.total} strong />
      {quote.allocations.map(({ amount, payment }) => (
        <Line key={payment.label} label={`→ ${payment.label}`} money={amount} />
      ))}
      {quote.total.amountMinor > 0 && (
        <Text size="sm" c="dimmed">
          {words.promisedBy} <DateText at={quote.promisedBy} until /> · {words.expected.BUYER}{" "}
          <DateText at={quote.expectedAtBankBy} until />
        </Text>
      )}
    </Stack>
  );
}
