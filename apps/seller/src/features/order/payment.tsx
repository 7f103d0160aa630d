import { useCommand } from "@makegood/graphql/use-command.ts";
import { useWords } from "@makegood/ui/locale.tsx";
import { isToBeRetried, PaymentCard } from "@makegood/ui/payment-card.tsx";
import { paymentWords } from "@makegood/ui/payment-words.ts";
import { RefusalNotice } from "@makegood/ui/refusal-notice.tsx";
import { Alert, Button, Group } from "@mantine/core";
import { RetryPaymentDocument, type ShopOrderViewFragment } from "./order.generated.ts";

/** An order's money that is taken later than at checkout, and another try where one failed. */
export function Payment({ order }: { order: ShopOrderViewFragment }) {
  const words = useWords(paymentWords);
  const retry = useCommand(RetryPaymentDocument);
  return (
    <PaymentCard order={order}>
      {retry.refusal && <RefusalNotice refusal={retry.refusal} />}
      {retry.error && (
        <Alert color="red" role="alert">
          {retry.error.message}
        </Alert>
      )}
      {isToBeRetried(order) && (
        <Group>
          <Button
            variant="default"
            loading={retry.loading}
            onClick={() => void retry.run({ orderId: order.id })}
          >
            {words.retry}
          </Button>
        </Group>
      )}
    </PaymentCard>
  );
}
