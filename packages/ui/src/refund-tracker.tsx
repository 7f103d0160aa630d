import type { RefundStatus } from "@makegood/domain/refund/refund-machine";
import type { RefundStep } from "@makegood/domain/refund/refund-steps";
import { Alert, Anchor, Card, Code, Group, Stack, Stepper, Text, Title } from "@mantine/core";
import "@mantine/core/styles/Stepper.css";
import "@mantine/core/styles/Code.css";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { useWords } from "./locale.tsx";
import { proofUiWords } from "./proof-words.ts";
import { repaymentWords } from "./repayment-words.ts";
import { StatusBadge } from "./status-badge.tsx";
import { DateText, type MoneyLike, MoneyText } from "./texts.tsx";
import { uiWords } from "./words.ts";

export interface TrackedRefund {
  id: string;
  status: RefundStatus;
  amount: MoneyLike;
  /** What of it was paid. */
  paid: MoneyLike;
  promisedBy: string;
  /** By when it is expected to be taken; null once it was, or is over. */
  expectedBy?: string | null;
  /** Once the bank has had its time. */
  arrivalNote?: string | null;
  /** What became of the promise; a sentence where it needs one. */
  promise?: { sentence?: string | null } | null;
  expectedAtBankBy?: string | null;
  pendingReason?: string | null;
  failureReason?: string | null;
  steps: { code: string; label: string; state: RefundStep["state"]; at?: string | null }[];
  allocations: {
    status: string;
    /** Paid as one of the payouts. */
    paidOtherwise: boolean;
    amount: MoneyLike;
    payment: { label: string };
    traceReference?: { type: string; value: string } | null;
  }[];
  payouts?: {
    id: string;
    kind: "BANK_TRANSFER" | "STORE_CREDIT";
    status: "OPEN" | "SUCCEEDED" | "FAILED" | "RETURNED" | "PAID_TWICE";
    account?: string | null;
    amount: MoneyLike;
    failureReason?: string | null;
  }[];
}

/** A refund like a parcel: where it is, and when it will be there. Changes are read out. */
export function RefundTracker({
  refund,
  reader,
  title,
  proofTo,
  children,
}: {
  refund: TrackedRefund;
  /** The buyer is spoken to; others read about the buyer. */
  reader: "BUYER" | "OTHERS";
  title: string;
  /** The page of its proof. */
  proofTo: string;
  children?: ReactNode;
}) {
  const words = useWords(uiWords);
  const { proof } = useWords(proofUiWords);
  const ways = useWords(repaymentWords);
  const done = refund.steps.filter(({ state }) => state === "DONE").length;
  const isPaid = refund.status === "SUCCEEDED";
  const isLate = refund.expectedBy !== refund.promisedBy;
  // What was let go of, or is paid another way, is not paid to its payment.
  const parts = refund.allocations.filter(
    ({ status, paidOtherwise }) => status !== "CANCELED" && !paidOtherwise,
  );
  return (
    <Card aria-live="polite">
      <Stack gap="md">
        <Group justify="space-between">
          <Title order={2}>
            {title} · <MoneyText money={isPaid ? refund.paid : refund.amount} />
          </Title>
          <StatusBadge status={refund.status} />
        </Group>
        <Stepper active={done} size="xs" orientation="vertical" allowNextStepsSelect={false}>
          {refund.steps.map(({ code, label, state, at }, index) => (
            <Stepper.Step
              aria-current={index === done ? "step" : undefined}
              key={code}
              label={label}
              description={
                at ? (
                  <DateText at={at} dateOnly={state !== "DONE" || code === "due_at_bank"} />
                ) : undefined
              }
              color={state === "FAILED" ? "red" : "pine"}
              tabIndex={-1}
            />
          ))}
        </Stepper>
        {refund.promise?.sentence && (
          <Alert color="orange" variant="light">
            {refund.promise.sentence}
          </Alert>
        )}
        {refund.expectedBy && (
          <Text size="sm">
            {isLate ? words.nowExpectedBy : words.promisedBy}{" "}
            <strong>
              <DateText at={refund.expectedBy} until />
            </strong>
          </Text>
        )}
        {refund.expectedAtBankBy && !refund.arrivalNote && (
          <Text size="sm">
            {words.expected[reader]}{" "}
            <strong>
              <DateText at={refund.expectedAtBankBy} until />
            </strong>
          </Text>
        )}
        {refund.arrivalNote && <Text size="sm">{refund.arrivalNote}</Text>}
        {!isPaid && refund.paid.amountMinor > 0 && (
          <Text size="sm">
            {words.paidSoFar} <MoneyText money={refund.paid} />
          </Text>
        )}
        {(refund.failureReason ?? refund.pendingReason) && (
          <Text size="sm" c={refund.failureReason ? "red" : "dimmed"}>
            {refund.failureReason ?? refund.pendingReason}
          </Text>
        )}
        {parts.map(({ amount, payment, traceReference }) => (
          <Group key={payment.label} justify="space-between" gap="xs">
            <Text size="sm">{payment.label}</Text>
            <MoneyText money={amount} size="sm" />
            {traceReference && (
              <Text size="xs" c="dimmed" w="100%">
                {words.reference[reader](traceReference.type)}: <Code>{traceReference.value}</Code>
              </Text>
            )}
          </Group>
        ))}
        {refund.payouts?.map(({ id, kind, status, account, amount, failureReason }) => (
          <Group key={id} justify="space-between" gap="xs" wrap="nowrap">
            <Text size="sm">
              {ways.paidBy[kind]}
              {account && ` (${account})`}: {ways.payoutStatus[status]}
              {failureReason && ` · ${failureReason}`}
            </Text>
            {["OPEN", "SUCCEEDED"].includes(status) && <MoneyText money={amount} size="sm" />}
          </Group>
        ))}
        {refund.status !== "PENDING_APPROVAL" && (
          <Anchor component={Link} href={proofTo} size="sm">
            {proof}
          </Anchor>
        )}
        {children}
      </Stack>
    </Card>
  );
}
