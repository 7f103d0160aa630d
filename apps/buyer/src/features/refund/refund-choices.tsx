import { useCommand } from "@makegood/graphql/use-command.ts";
import { ConfirmButton, useMoneyWords } from "@makegood/ui/confirm-button.tsx";
import { useWords } from "@makegood/ui/locale.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { repaymentWords } from "@makegood/ui/repayment-words.ts";
import { DateText } from "@makegood/ui/texts.tsx";
import { Alert, Button, Stack, Text, Title } from "@mantine/core";
import { useState } from "react";
import { BankDetailsForm } from "./bank-details-form.tsx";
import {
  GiveBankDetailsDocument,
  type RefundViewFragment,
  RetryRefundDocument,
  TakeBankTransferDocument,
  TakeStoreCreditDocument,
} from "./refund.generated.ts";

/** What the buyer can say about a refund: where to send it, or how to have one that failed. */
export function RefundChoices({ refund }: { refund: RefundViewFragment }) {
  const asked = refund.bankDetailsAsked;
  if (asked) return <AskedDetails refundId={refund.id} asked={asked} />;
  return refund.payoutOptions.length > 0 ? <Options refund={refund} /> : null;
}

function AskedDetails({
  refundId,
  asked,
}: {
  refundId: string;
  asked: NonNullable<RefundViewFragment["bankDetailsAsked"]>;
}) {
  const words = useWords(repaymentWords);
  const give = useCommand(GiveBankDetailsDocument);
  return (
    <Stack gap="sm">
      <Title order={3}>{words.detailsTitle}</Title>
      <Text size="sm">
        {asked.reason} {words.detailsUntil} <DateText at={asked.until} until />.
      </Text>
      {asked.accounts.length === 0 ? (
        <Alert>{words.byProvider}</Alert>
      ) : (
        <BankDetailsForm
          accounts={asked.accounts}
          command={give}
          send={(details) => give.run({ refundId, details })}
        />
      )}
    </Stack>
  );
}

function TakeCredit({
  amount,
  loading,
  take,
}: {
  amount: { amountMinor: number; currency: string };
  loading: boolean;
  take: (creditMinor: number) => void;
}) {
  const words = useWords(repaymentWords);
  const inWords = useMoneyWords();
  const said = inWords(amount);
  return (
    <ConfirmButton
      variant="default"
      label={words.choice.STORE_CREDIT}
      consequence={words.creditConsequence(said)}
      confirm={words.creditConfirm(said)}
      loading={loading}
      run={() => take(amount.amountMinor)}
    />
  );
}

function Options({ refund }: { refund: RefundViewFragment }) {
  const words = useWords(repaymentWords);
  const [typing, setTyping] = useState(false);
  const retry = useCommand(RetryRefundDocument);
  const credit = useCommand(TakeStoreCreditDocument);
  const transfer = useCommand(TakeBankTransferDocument);
  const refundId = refund.id;
  const choose = {
    RETRY: () => void retry.run({ refundId }),
    BANK_TRANSFER: () => setTyping(true),
  };
  const accounts = refund.payoutOptions.flatMap((option) => option.accounts);
  if (typing) {
    return (
      <BankDetailsForm
        accounts={accounts}
        command={transfer}
        send={(details) => transfer.run({ refundId, details })}
        back={() => setTyping(false)}
      />
    );
  }
  const refusal = retry.refusal ?? credit.refusal;
  return (
    <Stack gap="sm">
      <Title order={3}>{words.choose}</Title>
      <Text size="sm" c="dimmed">
        {words.chooseHint}
      </Text>
      {refund.payoutOptions.map(({ kind, sentence, amount, bonus }) => (
        <Stack key={kind} gap={4} align="flex-start">
          <Text size="sm">{sentence}</Text>
          {kind === "STORE_CREDIT" ? (
            <TakeCredit
              amount={{ ...amount, amountMinor: amount.amountMinor + (bonus?.amountMinor ?? 0) }}
              loading={credit.loading}
              take={(creditMinor) => void credit.run({ refundId, creditMinor })}
            />
          ) : (
            <Button
              variant={kind === "RETRY" ? "filled" : "default"}
              loading={retry.loading}
              onClick={choose[kind]}
            >
              {words.choice[kind]}
            </Button>
          )}
        </Stack>
      ))}
      {refusal && <RefusalNotice refusal={refusal} />}
    </Stack>
  );
}
