import type { ChargebackStatus } from "@makegood/domain/chargeback/chargeback-machine";
import { Alert, Badge, Card, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "./locale.tsx";
import { NextActionNote } from "./next-action-note.tsx";
import { repaymentWords } from "./repayment-words.ts";
import { type MoneyLike, MoneyText } from "./texts.tsx";

export interface ChargebackView {
  id: string;
  status: ChargebackStatus;
  amount: MoneyLike;
  reason: string;
  beyondPayment?: MoneyLike | null;
  alreadyRefunded?: string | null;
  nextAction?: { sentence: string; deadline?: string | null; onTimeout?: string | null } | null;
}

/** A payment disputed at the bank: why, where it stands, by when who has to act. */
export function ChargebackCard({
  chargeback,
  children,
}: {
  chargeback: ChargebackView;
  children?: ReactNode;
}) {
  const words = useWords(repaymentWords);
  return (
    <Card component="section" aria-label={words.chargeback}>
      <Stack gap="xs" aria-live="polite">
        <Group justify="space-between">
          <Title order={2}>
            {words.chargeback} · <MoneyText money={chargeback.amount} />
          </Title>
          <Badge variant="light" color="yellow" tt="none" fw={600} radius="sm" autoContrast>
            {words.chargebackStatus[chargeback.status]}
          </Badge>
        </Group>
        <Text size="sm">{chargeback.reason}</Text>
        {chargeback.nextAction && <NextActionNote next={chargeback.nextAction} />}
        {chargeback.beyondPayment && (
          <Text size="sm">
            {words.beyond} <MoneyText money={chargeback.beyondPayment} />
          </Text>
        )}
        {chargeback.alreadyRefunded && (
          <Alert color="red" variant="light">
            {chargeback.alreadyRefunded}
          </Alert>
        )}
        {children}
      </Stack>
    </Card>
  );
}
