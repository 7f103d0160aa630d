import type { PayoutStatus } from "@makegood/domain/payout/payout-machine";
import { Group, Text } from "@mantine/core";
import { StatusBadge } from "./status-badge.tsx";
import { DateText, type MoneyLike, MoneyText } from "./texts.tsx";

export interface ShownPayout {
  status: PayoutStatus;
  runAt: string;
  amount: MoneyLike;
  /** What could be paid out; negative where the shop owed. */
  payable: MoneyLike;
  reference?: string | null;
  failureReason?: string | null;
  sentence: string;
}

/** What one run paid a shop, when, and what became of it. */
export function PayoutLine({ payout }: { payout: ShownPayout }) {
  const { status, runAt, amount, payable, failureReason, sentence, reference } = payout;
  return (
    <div>
      <Group justify="space-between">
        <Group gap="xs">
          <StatusBadge status={status} />
          <Text size="sm">
            <DateText at={runAt} />
          </Text>
        </Group>
        <MoneyText fw={600} money={status === "CARRIED_OVER" ? payable : amount} />
      </Group>
      <Text size="sm" c="dimmed">
        {[failureReason, sentence, reference].filter(Boolean).join(" · ")}
      </Text>
    </div>
  );
}
