import { useCommand } from "@makegood/graphql/use-command.ts";
import { Bearing } from "@makegood/ui/bearing.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { NextActionNote } from "@makegood/ui/next-action-note.tsx";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { MoneyText } from "@makegood/ui/texts.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Card, Radio, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { CloseHeldRefundDocument, SettleRefundIncidentDocument } from "./commands.generated.ts";
import type { DeskOrderViewFragment } from "./order-view.generated.ts";

type Refund = DeskOrderViewFragment["refunds"][number];

/** What support has to do about one refund: close what a bank has paid, settle what was paid twice. */
export function RefundWork({ refund }: { refund: Refund }) {
  return (
    <>
      <Bearing parts={refund.bearing} reader="SUPPORT" />
      {refund.nextAction && <NextActionNote next={refund.nextAction} />}
      {refund.nextAction?.kind === "CLOSE_AS_PAID_BY_BANK" && <CloseHeld refundId={refund.id} />}
      {refund.incidents
        .filter(({ settledAt }) => !settledAt)
        .map((incident) => (
          <PaidTwice key={incident.id} incident={incident} />
        ))}
    </>
  );
}

function CloseHeld({ refundId }: { refundId: string }) {
  const words = useWords(repaymentWords);
  const close = useCommand(CloseHeldRefundDocument);
  return (
    <WordsForm
      draftKey={`close-held.${refundId}`}
      label={words.closeHeldWhy}
      submit={words.closeHeld}
      busy={close.loading}
      refusal={close.refusal}
      send={(reason) => close.run({ refundId, reason })}
    />
  );
}

function PaidTwice({ incident }: { incident: Refund["incidents"][number] }) {
  const words = useWords(repaymentWords);
  const settle = useCommand(SettleRefundIncidentDocument);
  const [settlement, setSettlement] = useState<"PAID_BACK" | "WRITTEN_OFF">("PAID_BACK");
  return (
    <Card component="section" aria-label={words.twice}>
      <Stack gap="sm">
        <Title order={3}>
          {words.twice} · <MoneyText money={incident.amount} />
        </Title>
        <Text size="sm">{words.twiceHint}</Text>
        <WordsForm
          draftKey={`twice.${incident.id}`}
          label={words.note}
          submit={settlement === "PAID_BACK" ? words.paidBack : words.writtenOff}
          busy={settle.loading}
          refusal={settle.refusal}
          send={(note) => settle.run({ incidentId: incident.id, settlement, note })}
        >
          <Radio.Group
            value={settlement}
            onChange={(value) => setSettlement(value === "PAID_BACK" ? value : "WRITTEN_OFF")}
          >
            <Stack gap="xs">
              <Radio value="PAID_BACK" label={words.paidBack} />
              <Radio value="WRITTEN_OFF" label={words.writtenOff} />
            </Stack>
          </Radio.Group>
        </WordsForm>
      </Stack>
    </Card>
  );
}
