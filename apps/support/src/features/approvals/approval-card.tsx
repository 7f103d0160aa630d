import { useCommand } from "@makegood/graphql/use-command.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { StatusBadge } from "@makegood/ui/status-badge.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Anchor, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useState } from "react";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import {
  ApproveRefundDocument,
  DeclineRefundDocument,
  type RefundToApproveFragment,
} from "./approvals.generated.ts";

/** One refund that waits: who asked, why, until when, and the two answers. */
export function ApprovalCard({ refund }: { refund: RefundToApproveFragment }) {
  const words = useAppWords();
  const { approval, order } = refund;
  if (!approval) return null;
  const waits = refund.status === "PENDING_APPROVAL";
  return (
    <Card>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Stack gap={2}>
            <Group gap="xs">
              <MoneyText money={refund.amount} fw={650} size="lg" />
              <StatusBadge status={refund.status} />
            </Group>
            <Text size="sm">
              <Anchor component={Link} href={`/orders/${order.id}`}>
                {order.number}
              </Anchor>{" "}
              · {order.buyer.name} · {order.shop.name}
            </Text>
          </Stack>
          {waits && (
            <Text size="sm" ta="right">
              {words.answerBy}{" "}
              <strong>
                <DateText at={approval.dueAt} until />
              </strong>
              <br />
              {words.notMadeOtherwise}
            </Text>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {words.askedBy(approval.askedBy)} <DateText at={approval.askedAt} />
          {refund.goodwillReasonLabel &&
            ` · ${words.refundGoodwill}: ${refund.goodwillReasonLabel}`}
          {refund.goodwillReasonLabel &&
            ` · ${words.borneBy} ${refund.borneBy === "SHOP" ? order.shop.name : words.marketplace}`}
        </Text>
        {approval.askedBecause && <Text size="sm">“{approval.askedBecause}”</Text>}
        {waits && <Answers refund={refund} />}
      </Stack>
    </Card>
  );
}

function Answers({ refund }: { refund: RefundToApproveFragment }) {
  const words = useAppWords();
  const [declining, setDeclining] = useState(false);
  const approve = useCommand(ApproveRefundDocument);
  const decline = useCommand(DeclineRefundDocument);
  const blocked = refund.approval?.cannotAnswer;
  if (blocked)
    return (
      <Text size="sm" c="dimmed">
        {blocked}
      </Text>
    );
  const answered = { refundId: refund.id, expectedVersion: refund.timelineSeq };
  if (declining)
    return (
      <WordsForm
        draftKey={`decline.${refund.id}`}
        label={words.declineWhy}
        submit={words.decline}
        tone="red"
        busy={decline.loading}
        refusal={decline.refusal}
        back={{ label: words.back, go: () => setDeclining(false) }}
        send={(reason) => decline.run({ ...answered, reason })}
      />
    );
  return (
    <Stack gap="sm">
      {approve.refusal && <RefusalNotice refusal={approve.refusal} />}
      <Group>
        <Button loading={approve.loading} onClick={() => void approve.run(answered)}>
          {words.approve}
        </Button>
        <Button variant="subtle" color="red" onClick={() => setDeclining(true)}>
          {words.declineInstead}
        </Button>
      </Group>
    </Stack>
  );
}
