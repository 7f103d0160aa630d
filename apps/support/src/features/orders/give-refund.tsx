import { type GoodwillReason, goodwillReasons } from "@makegood/domain/refund/goodwill";
import { useCommand } from "@makegood/graphql/use-command.ts";
import { AmountInput } from "@makegood/ui/amount-input.tsx";
import { Form } from "@makegood/ui/form.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Button, Group, NativeSelect, SegmentedControl, Stack, Textarea } from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import { RefundOnBehalfDocument } from "./commands.generated.ts";
import { GiveGoodwillDocument } from "./give-refund.generated.ts";
import type { DeskOrderViewFragment } from "./order-view.generated.ts";
import { PreviewedRefund } from "./previewed-refund.tsx";
import { useRefundPreview } from "./use-refund-preview.ts";

type Kind = "due" | "goodwill";

/** An amount that is due, or given as goodwill: shown payment by payment, then confirmed as shown. */
export function GiveRefund({
  order,
  onActing,
}: {
  order: DeskOrderViewFragment;
  onActing: (acting: boolean) => void;
}) {
  const words = useAppWords();
  const { currency } = order.totals.captured;
  const [kind, setKind] = useState<Kind>("due");
  const [amountMinor, setAmountMinor] = useState(0);
  const [reason, setReason] = useState<GoodwillReason>("LATE_DELIVERY");
  const [bearer, setBearer] = useState<"MARKETPLACE" | "SHOP">("MARKETPLACE");
  const [note, setNote, clear] = useDraft(`refund-for.${order.id}`);
  const due = useCommand(RefundOnBehalfDocument);
  const goodwill = useCommand(GiveGoodwillDocument);
  const sent = kind === "due" ? due : goodwill;
  const { preview, refusal, look } = useRefundPreview(order.id, amountMinor, kind === "goodwill");

  const setAmount = (typed: number) => {
    setAmountMinor(typed);
    onActing(typed > 0);
  };
  const submit = async () => {
    if (!preview) return;
    const { version: expectedVersion, quote } = preview;
    const meant = { orderId: order.id, amountMinor, expectedVersion, quote };
    const done =
      kind === "due"
        ? await due.run({ ...meant, reason: note })
        : await goodwill.run({ ...meant, reason, note, borneBy: bearer });
    if (!done) return;
    clear();
    setAmount(0);
  };
  const lookAgain = {
    label: words.lookedAtChanges,
    go: () => {
      sent.forget();
      look();
    },
  };
  return (
    <Form onSubmit={submit}>
      <Stack gap="sm">
        <SegmentedControl
          aria-label={words.refundKind}
          value={kind}
          onChange={(value) => setKind(value as Kind)}
          data={[
            { value: "due", label: words.refundDue },
            { value: "goodwill", label: words.refundGoodwill },
          ]}
        />
        <AmountInput
          label={words.refundAmount}
          currency={currency}
          value={amountMinor}
          onChange={setAmount}
        />
        {kind === "goodwill" && (
          <Group grow>
            <NativeSelect
              label={words.goodwillWhy}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value as GoodwillReason)}
              data={goodwillReasons.map((value) => ({
                value,
                label: words.goodwillReasons[value],
              }))}
            />
            <NativeSelect
              label={words.borneBy}
              value={bearer}
              onChange={(event) => setBearer(event.currentTarget.value as typeof bearer)}
              data={[
                { value: "MARKETPLACE", label: words.marketplace },
                { value: "SHOP", label: order.shop.name },
              ]}
            />
          </Group>
        )}
        <Textarea
          label={kind === "due" ? words.refundWhy : words.goodwillNote}
          required
          autosize
          maxLength={kind === "due" ? 2000 : 500}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        {preview && <PreviewedRefund preview={preview} />}
        {(sent.refusal ?? refusal) && (
          <RefusalNotice
            refusal={sent.refusal ?? refusal ?? { message: "", nextSteps: [] }}
            actions={{ LOOK_AT_CHANGES: lookAgain, GET_NEW_QUOTE: lookAgain }}
          />
        )}
        <Group>
          <Button type="submit" loading={sent.loading} disabled={!preview || note.trim() === ""}>
            {preview?.approveBy ? words.refundAsk : words.refundDo}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}
