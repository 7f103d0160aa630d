import { useMutation, useQuery } from "@apollo/client/react";
import { useWords } from "@makegood/ui/locale.tsx";
import { PaymentCard } from "@makegood/ui/payment-card.tsx";
import { paymentWords } from "@makegood/ui/payment-words.ts";
import { Alert, Button, Group } from "@mantine/core";
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
  const due = order.paymentDueBy !== null && order.totals.captured.amountMinor === 0;
  const error = checking.error ?? paying.error;
  return (
    <PaymentCard order={order}>
      {error && (
        <Alert color="red" role="alert">
          {error.message}
        </Alert>
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
