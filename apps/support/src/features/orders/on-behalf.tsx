import { useCommand } from "@makegood/graphql/use-command.ts";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { Form } from "@makegood/ui/form.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import { Anchor, Button, Card, Divider, Stack, Text, TextInput, Title } from "@mantine/core";
import { Link } from "wouter";
import { useAppWords } from "../../words.ts";
import { CancelOnBehalfDocument } from "./commands.generated.ts";
import { GiveRefund } from "./give-refund.tsx";
import type { DeskOrderViewFragment } from "./order-view.generated.ts";

const can = (order: DeskOrderViewFragment, wanted: string) =>
  order.availableActions.find(({ action }) => action === wanted);

interface Acting {
  order: DeskOrderViewFragment;
  /** Hears whether money is about to be moved, for the colleagues who look at the same order. */
  onActing: (acting: boolean) => void;
}

/** What an agent does past what the policy gives, always with a reason. */
export function OnBehalf({ order, onActing }: Acting) {
  const words = useAppWords();
  return (
    <Card>
      <Stack>
        <Title order={2}>{words.onBehalf}</Title>
        <CancelFor order={order} />
        <Divider />
        <RefundFor order={order} onActing={onActing} />
        <Anchor size="sm" component={Link} href={`/controls?shop=${order.shop.id}`}>
          {words.stopShop}
        </Anchor>
      </Stack>
    </Card>
  );
}

function CancelFor({ order }: { order: DeskOrderViewFragment }) {
  const words = useAppWords();
  const [reason, setReason, clear] = useDraft(`cancel-for.${order.id}`);
  const cancel = useCommand(CancelOnBehalfDocument);
  const allowed = can(order, "CANCEL_ON_BEHALF");
  const submit = async () => {
    const meant = { orderId: order.id, reason, expectedVersion: order.timelineSeq };
    if (await cancel.run(meant)) clear();
  };
  if (!allowed?.available)
    return (
      <Text size="sm" c="dimmed">
        {words.cancelOrder}: {allowed?.because}
      </Text>
    );
  return (
    <Form onSubmit={() => submit()}>
      <Stack gap="sm">
        <TextInput
          label={words.cancelWhy}
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {cancel.refusal && <RefusalNotice refusal={cancel.refusal} />}
        <Button type="submit" variant="default" loading={cancel.loading}>
          {words.cancelDo}
        </Button>
      </Stack>
    </Form>
  );
}

function RefundFor({ order, onActing }: Acting) {
  const words = useAppWords();
  const allowed = can(order, "REFUND_ON_BEHALF");
  if (allowed?.available) return <GiveRefund order={order} onActing={onActing} />;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {words.refundDo}: {allowed?.because}
      </Text>
      {order.refundEligibility && <Explanation decision={order.refundEligibility} fields />}
    </Stack>
  );
}
