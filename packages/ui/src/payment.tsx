import { Button, Group } from "@mantine/core";
import { useWords } from "./locale.tsx";
import { type CollectedPayment, isToBeRetried, PaymentCard } from "./payment-card.tsx";
import { paymentWords } from "./payment-words.ts";
import { RefusalNotice, type Refused } from "./refusal-notice.tsx";

/** An order's money that is taken later than at checkout, and another try where one failed. */
export function Payment({
  order,
  retry,
}: {
  order: CollectedPayment & { id: string };
  retry: {
    run: (meant: { orderId: string }) => Promise<boolean>;
    loading: boolean;
    refusal: Refused | null;
  };
}) {
  const words = useWords(paymentWords);
  return (
    <PaymentCard order={order}>
      {retry.refusal && <RefusalNotice refusal={retry.refusal} />}
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
