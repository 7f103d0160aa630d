import { Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useWords } from "./locale.tsx";
import { moneyWords } from "./money-words.ts";
import { DateText, type MoneyLike, MoneyText } from "./texts.tsx";

export interface ShownBalance {
  balance: MoneyLike;
  pending: MoneyLike;
  frozen: MoneyLike;
  payable: MoneyLike;
  nextPayoutAt: string;
  holds: {
    id: string;
    reason: "DISPUTE" | "CHARGEBACK" | "NO_PAYMENT";
    placedAt: string;
    sentence: string;
    until: string | null;
    order: { id: string; number: string };
    amount: MoneyLike;
  }[];
}

/** The balance, what of it waits and why, and what comes when. */
export function BalanceCards({ shown }: { shown: ShownBalance }) {
  const words = useWords(moneyWords);
  const { balance, pending, frozen, payable, nextPayoutAt, holds } = shown;
  const due = payable.amountMinor > 0;
  return (
    <>
      <SimpleGrid cols={{ base: 2, md: 4 }}>
        <Figure label={words.balance} money={balance} strong />
        <Figure label={words.pending} money={pending}>
          {words.pendingHint}
        </Figure>
        <Figure label={words.frozen} money={frozen}>
          {words.frozenHint}
        </Figure>
        <Figure label={words.next} money={due ? payable : { ...payable, amountMinor: 0 }} strong>
          {due ? (
            <DateText at={nextPayoutAt} />
          ) : payable.amountMinor < 0 ? (
            <>
              {words.owed} (<MoneyText money={payable} />)
            </>
          ) : (
            <>
              {words.nothingDue} · <DateText at={nextPayoutAt} />
            </>
          )}
        </Figure>
      </SimpleGrid>
      {holds.length > 0 && (
        <Card>
          <Title order={2} size="h4" mb="xs">
            {words.holds}
          </Title>
          {holds.map((hold) => (
            <Group key={hold.id} justify="space-between" align="flex-start" wrap="nowrap">
              <Text size="sm">
                {words.hold[hold.reason]} ·{" "}
                <Link href={`/orders/${hold.order.id}`}>{hold.order.number}</Link> ·{" "}
                <DateText at={hold.placedAt} dateOnly />
                <HoldEnd hold={hold} />
              </Text>
              <MoneyText money={hold.amount} fz="sm" />
            </Group>
          ))}
        </Card>
      )}
    </>
  );
}

/** What ends a hold, and by when. */
export function HoldEnd({ hold }: { hold: { sentence: string; until: string | null } }) {
  const words = useWords(moneyWords);
  return (
    <Text span display="block" size="xs" c="dimmed">
      {hold.sentence}
      {hold.until && (
        <>
          {" "}
          ({words.settledBy} <DateText at={hold.until} until />)
        </>
      )}
    </Text>
  );
}

function Figure(props: {
  label: string;
  money: MoneyLike;
  strong?: boolean;
  children?: ReactNode;
}) {
  const { label, money, strong = false, children } = props;
  return (
    <Card padding="md">
      <Stack gap={2}>
        <Text size="sm" c="dimmed">
          {label}
        </Text>
        <MoneyText
          money={money}
          fz="h3"
          fw={strong ? 700 : 500}
          {...(money.amountMinor < 0 ? { c: "red" } : {})}
        />
        <Text size="xs" c="dimmed">
          {children}
        </Text>
      </Stack>
    </Card>
  );
}
