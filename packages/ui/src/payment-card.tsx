import { Card, Group, Stack, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";
import { useWords } from "./locale.tsx";
import { paymentWords } from "./payment-words.ts";
import { DateText, type MoneyLike, MoneyText } from "./texts.tsx";

export interface CollectedPayment {
  status: string;
  paymentDueBy?: string | null;
  totals: { authorized: MoneyLike; captured: MoneyLike };
  paymentSteps: {
    id: string;
    kind: "CAPTURE" | "VOID";
    status: "OPEN" | "SUCCEEDED" | "FAILED";
    amount: MoneyLike;
    failureReason?: string | null;
    createdAt: string;
    settledAt?: string | null;
  }[];
}

/** Money that is taken later than at checkout: what is held or due, and each step with its time. */
export function PaymentCard({
  order,
  children,
}: {
  order: CollectedPayment;
  children?: ReactNode;
}) {
  const words = useWords(paymentWords);
  const { authorized, captured } = order.totals;
  if (authorized.amountMinor === 0) return null;
  const waits = captured.amountMinor === 0 && !["CANCELED", "EXPIRED"].includes(order.status);
  if (!waits && order.paymentSteps.length === 0) return null;
  const due = order.status === "PENDING_PAYMENT";
  return (
    <Card aria-live="polite">
      <Stack gap="xs">
        <Title order={2}>{words.title}</Title>
        {waits && (
          <Group justify="space-between">
            <Text size="sm">
              {due ? words.due : order.paymentDueBy ? words.dueAgain : words.authorized}
              {order.paymentDueBy && (
                <>
                  {" "}
                  {words.by} <DateText at={order.paymentDueBy} until />
                </>
              )}
            </Text>
            <MoneyText money={authorized} size="sm" fw={600} />
          </Group>
        )}
        {order.paymentSteps.map((step) => (
          <Group key={step.id} justify="space-between" wrap="nowrap" align="flex-start">
            <Text size="sm" c={step.status === "FAILED" ? "red.8" : undefined}>
              {words.steps[step.kind][step.status]}
              {step.failureReason && `: ${step.failureReason}`}
              <Text component="span" size="sm" c="dimmed">
                {" "}
                · <DateText at={step.settledAt ?? step.createdAt} />
              </Text>
            </Text>
            <MoneyText money={step.amount} size="sm" />
          </Group>
        ))}
        {children}
      </Stack>
    </Card>
  );
}

/** Whether the newest step failed, so that somebody may have it tried again. */
export const isToBeRetried = ({ paymentSteps }: CollectedPayment): boolean =>
  paymentSteps.at(-1)?.status === "FAILED";
