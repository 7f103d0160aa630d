import { useMutation } from "@apollo/client/react";
import { currencyExponent } from "@makegood/domain/money/currency";
import { useIntent } from "@makegood/graphql/use-intent.ts";
import { Explanation } from "@makegood/ui/explanation.tsx";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { useDraft } from "@makegood/ui/use-draft.ts";
import {
  Alert,
  Button,
  Card,
  Divider,
  NumberInput,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useState } from "react";
import { useAppWords } from "../../words.ts";
import type { RefusedFragment } from "../case/case.generated.ts";
import {
  CancelOnBehalfDocument,
  type DeskOrderViewFragment,
  RefundOnBehalfDocument,
} from "./order.generated.ts";

const can = (order: DeskOrderViewFragment, wanted: string) =>
  order.availableActions.find(({ action }) => action === wanted);

/** What an agent does past what the policy gives, always with a reason. */
export function OnBehalf({ order }: { order: DeskOrderViewFragment }) {
  const words = useAppWords();
  return (
    <Card>
      <Stack>
        <Title order={2}>{words.onBehalf}</Title>
        <CancelFor order={order} />
        <Divider />
        <RefundFor order={order} />
      </Stack>
    </Card>
  );
}

function CancelFor({ order }: { order: DeskOrderViewFragment }) {
  const words = useAppWords();
  const [reason, setReason, clear] = useDraft(`cancel-for.${order.id}`);
  const [cancel, { loading, error }] = useMutation(CancelOnBehalfDocument);
  const [refusal, setRefusal] = useState<RefusedFragment | null>(null);
  const intent = useIntent();
  const allowed = can(order, "CANCEL_ON_BEHALF");
  const submit = async () => {
    const meant = { orderId: order.id, reason };
    const { data } = await cancel({
      variables: { input: { ...meant, idempotencyKey: intent.key(meant) } },
    });
    const result = data?.cancelOnBehalf;
    const done = result?.__typename === "CancellationSuccess";
    if (done) clear();
    setRefusal(result && !done ? (result as RefusedFragment) : null);
  };
  if (!allowed?.available)
    return (
      <Text size="sm" c="dimmed">
        {words.cancelOrder}: {allowed?.because}
      </Text>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <TextInput
          label={words.cancelWhy}
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refusal && <RefusalNotice refusal={refusal} />}
        {error && (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        )}
        <Button type="submit" variant="default" loading={loading}>
          {words.cancelDo}
        </Button>
      </Stack>
    </form>
  );
}

function RefundFor({ order }: { order: DeskOrderViewFragment }) {
  const words = useAppWords();
  const { currency } = order.totals.captured;
  const unit = 10 ** currencyExponent(currency);
  const [amount, setAmount] = useState<number | string>("");
  const [reason, setReason, clear] = useDraft(`refund-for.${order.id}`);
  const [refund, { loading, error }] = useMutation(RefundOnBehalfDocument);
  const [refusal, setRefusal] = useState<RefusedFragment | null>(null);
  const intent = useIntent();
  const allowed = can(order, "REFUND_ON_BEHALF");
  const submit = async () => {
    const meant = { orderId: order.id, amountMinor: Math.round(Number(amount) * unit), reason };
    const { data } = await refund({
      variables: { input: { ...meant, idempotencyKey: intent.key(meant) } },
    });
    const result = data?.refundOnBehalf;
    const done = result?.__typename === "RefundSuccess";
    if (done) {
      clear();
      setAmount("");
      intent.done();
    }
    setRefusal(result && !done ? (result as RefusedFragment) : null);
  };
  const why = order.refundEligibility && <Explanation decision={order.refundEligibility} />;
  if (!allowed?.available)
    return (
      <Stack gap="xs">
        <Text size="sm" c="dimmed">
          {words.refundDo}: {allowed?.because}
        </Text>
        {why}
      </Stack>
    );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <Stack gap="sm">
        <NumberInput
          label={words.refundAmount}
          required
          min={0}
          decimalScale={currencyExponent(currency)}
          suffix={` ${currency}`}
          value={amount}
          onChange={setAmount}
        />
        <TextInput
          label={words.refundWhy}
          required
          maxLength={2000}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {refusal && <RefusalNotice refusal={refusal} />}
        {error && (
          <Alert color="red" role="alert">
            {error.message}
          </Alert>
        )}
        <Button type="submit" variant="default" loading={loading}>
          {words.refundDo}
        </Button>
        <Text size="sm" c="dimmed">
          {order.refundEligibility?.sentence}
        </Text>
        {why}
      </Stack>
    </form>
  );
}
