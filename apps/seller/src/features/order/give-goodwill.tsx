import { useQuery } from "@apollo/client/react";
import { type GoodwillReason, goodwillReasons } from "@makegood/domain/refund/goodwill";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { AmountInput } from "@makegood/ui/amount-input.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { DateText, MoneyText } from "@makegood/ui/texts.tsx";
import { WordsForm } from "@makegood/ui/words-form.tsx";
import { Alert, Button, Card, Group, NativeSelect, Stack, Text } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { GiveGoodwillAsSellerDocument, GoodwillPreviewDocument } from "./goodwill.generated.ts";
import type { ShopOrderViewFragment } from "./order.generated.ts";

/** A seller gives part of it back of their own accord, from the shop's balance. */
export function GiveGoodwill({ order }: { order: ShopOrderViewFragment }) {
  const words = useAppWords();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<GoodwillReason>("LATE_DELIVERY");
  const [amountMinor, setAmount] = useState(0);
  const give = useCommand(GiveGoodwillAsSellerDocument);
  const { preview, refusal, look } = usePreview(order.id, amountMinor);
  const can = order.availableActions.some(
    ({ action, available }) => action === "GIVE_GOODWILL" && available,
  );
  if (!can) return null;
  if (!open)
    return (
      <Group>
        <Button variant="subtle" onClick={() => setOpen(true)}>
          {words.giveGoodwill}
        </Button>
      </Group>
    );
  const send = async (note: string) => {
    if (!preview) return false;
    const { version: expectedVersion, quote } = preview;
    const seen = { amountMinor, expectedVersion, quote };
    const done = await give.run({ orderId: order.id, reason, note, ...seen });
    if (done) {
      setAmount(0);
      setOpen(false);
    } else look();
    return done;
  };
  return (
    <Card>
      <WordsForm
        draftKey={`goodwill.${order.id}`}
        label={words.whatBuyerIsTold}
        submit={preview?.approveBy ? words.goodwillAsk : words.goodwillDo}
        busy={give.loading}
        refusal={give.refusal}
        back={{ label: words.back, go: () => setOpen(false) }}
        send={send}
      >
        <Text size="sm" c="dimmed">
          {words.goodwillHint}
        </Text>
        <Group grow align="flex-start">
          <AmountInput
            label={words.goodwillAmount}
            currency={order.totals.total.currency}
            value={amountMinor}
            onChange={setAmount}
          />
          <NativeSelect
            label={words.goodwillWhy}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value as GoodwillReason)}
            data={goodwillReasons.map((value) => ({ value, label: words.goodwillReasons[value] }))}
          />
        </Group>
        {preview && (
          <Alert color={preview.approveBy ? "yellow" : "gray"} variant="light" role="status">
            <Stack gap={4}>
              <Text size="sm">
                {words.goodwillPromised} <DateText at={preview.promisedBy} until />
              </Text>
              {preview.approveBy && (
                <Text size="sm" fw={600}>
                  {words.goodwillNeedsSecond} <DateText at={preview.approveBy} until />
                </Text>
              )}
              {preview.perRefund && (
                <Text size="xs" c="dimmed">
                  {words.goodwillLimit} <MoneyText money={preview.perRefund} size="xs" />
                </Text>
              )}
            </Stack>
          </Alert>
        )}
        {refusal && <RefusalNotice refusal={refusal} />}
      </WordsForm>
    </Card>
  );
}

/** By when it would be there, and whether somebody has to agree; asked again as it is typed. */
function usePreview(orderId: string, amountMinor: number) {
  const [settled] = useDebouncedValue(amountMinor, 300);
  const { data, refetch } = useQuery(GoodwillPreviewDocument, {
    variables: { orderId, amountMinor: settled },
    skip: settled < 1,
    fetchPolicy: "no-cache",
  });
  const answer = settled >= 1 && settled === amountMinor ? data?.refundPreview : undefined;
  return {
    preview: answer?.__typename === "RefundPreview" ? answer : null,
    refusal: answer && answer.__typename !== "RefundPreview" ? answer : null,
    look: () => void refetch(),
  };
}
