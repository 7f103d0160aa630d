import { useWords } from "@makegood/ui/locale.tsx";
import { moneyWords } from "@makegood/ui/money-words.ts";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { Group, Text } from "@mantine/core";
import { Link } from "wouter";
import type { StatementRowFragment } from "./money.generated.ts";

/** One posting: what it was, for which order, what it was made of, and the balance after it. */
export function StatementLine({ line }: { line: StatementRowFragment }) {
  const words = useWords(moneyWords);
  const { label, order, postedAt, parts, amount, balance } = line;
  return (
    <div>
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm">
          <Text component="span" fw={600}>
            {label}
          </Text>
          {order && (
            <>
              {" · "}
              <Link href={`/orders/${order.id}`}>{order.number}</Link>
            </>
          )}
          {" · "}
          <DateText at={postedAt} />
        </Text>
        <MoneyText money={amount} fw={600} {...(amount.amountMinor < 0 ? { c: "red" } : {})} />
      </Group>
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="xs" c="dimmed">
          {parts.map((part, index) => (
            <span key={part.component}>
              {index > 0 && " · "}
              {part.label} <MoneyText money={part.amount} />
            </span>
          ))}
        </Text>
        <Text size="xs" c="dimmed" ta="right" style={{ whiteSpace: "nowrap" }}>
          {words.after} <MoneyText money={balance} />
        </Text>
      </Group>
    </div>
  );
}
