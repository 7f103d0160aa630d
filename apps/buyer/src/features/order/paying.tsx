import { useMutation, useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { PaymentCard } from "@makegood/ui/payment-card.tsx";
import { paymentWords } from "@makegood/ui/payment-words.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Alert, Button, Group, Text } from "@mantine/core";
import {
  CheckPaymentDocument,
  type OrderStoryFragment,
  PayingDocument,
  PaySandboxOrderDocument,
} from "./order.generated.ts";

/** Money that is not taken yet: what is held or due, and what its buyer can do about it. */
export function Paying({ order }: { order: OrderStoryFragment }) {
  const words = useWords(paymentWords);
  const { data } = useQuery(PayingDocument);
  const variables = { orderId: order.id };
  const [check, checking] = useMutation(CheckPaymentDocument, { variables });
  const [pay, paying] = useMutation(PaySandboxOrderDocument, { variables });
  const isOver = order.status === "EXPIRED" || order.status === "CANCELED";
  const due = !isOver && order.paymentDueBy !== null && order.totals.captured.amountMinor === 0;
  const found = checking.data?.checkPayment;
  const refusal = [found, paying.data?.paySandboxOrder].find(
    (answer) => answer && answer.__typename !== "OrderSuccess",
  );
  const error = checking.error ?? paying.error;
  return (
    <PaymentCard order={order}>
      {error && (
        <Alert color="red" role="alert">
          {error.message}
        </Alert>
      )}
      {refusal && "message" in refusal && <RefusalNotice refusal={refusal} />}
      {due && found?.__typename === "OrderSuccess" && !checking.loading && (
        <Text size="sm" role="status">
          {words.notSeen}
        </Text>
      )}
      {due && (
        <Group>
          {data?.sandbox && (
            <Button loading={paying.loading} onClick={() => void pay()}>
              {words.pay}
            </Button>
          )}
          <Button variant="default" loading={checking.loading} onClick={() => void check()}>
            {words.look}
          </Button>
        </Group>
      )}
    </PaymentCard>
  );
}
