import { useCommand } from "@makegood/graphql/use-command.ts";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { ApproveAsOwnerDocument, DeclineAsOwnerDocument } from "./goodwill.generated.ts";
import type { ShopOrderViewFragment } from "./order.generated.ts";

type Refund = ShopOrderViewFragment["refunds"][number];

/** A refund of the shop's own people or keys that waits for its owner. */
export function AnswerRefund({ refund }: { refund: Refund }) {
  const words = useAppWords();
  const [declining, setDeclining] = useState(false);
  const approve = useCommand(ApproveAsOwnerDocument);
  const decline = useCommand(DeclineAsOwnerDocument);
  const { approval } = refund;
  if (approval?.status !== "WAITING") return null;
  return (
    <Alert color="yellow" variant="light" title={words.refundWaits}>
      <Stack gap="xs">
        <Text size="sm">
          <MoneyText money={refund.amount} size="sm" fw={600} /> · {approval.askedBy} ·{" "}
          {words.answerUntil} <DateText at={approval.dueAt} until />
        </Text>
        {approval.askedBecause && <Text size="sm">“{approval.askedBecause}”</Text>}
        {approval.cannotAnswer && (
          <Text size="sm" c="dimmed">
            {approval.cannotAnswer}
          </Text>
        )}
        {!approval.cannotAnswer && !declining && (
          <Group>
            <Button
              loading={approve.loading}
              onClick={() => void approve.run({ refundId: refund.id })}
            >
              {words.approveRefund}
            </Button>
            <Button variant="subtle" color="red" onClick={() => setDeclining(true)}>
              {words.declineRefund}
            </Button>
          </Group>
        )}
        {declining && (
          <WordsForm
            draftKey={`decline.${refund.id}`}
            label={words.declineRefundWhy}
            submit={words.declineRefund}
            tone="red"
            busy={decline.loading}
            refusal={decline.refusal}
            back={{ label: words.back, go: () => setDeclining(false) }}
            send={(reason) => decline.run({ refundId: refund.id, reason })}
          />
        )}
      </Stack>
    </Alert>
  );
}
