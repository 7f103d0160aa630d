import { FeedbackCard } from "./features/feedback/feedback-card.tsx";
import { OrderPage } from "./features/order/order-page.tsx";
import { RefundChoices } from "./features/refund/refund-choices.tsx";
import { Escalate } from "./features/return/escalate.tsx";
import { Returns } from "./features/return/returns.tsx";

/** An order with what each feature shows of it. */
export function OrderRoute({ id }: { id: string }) {
  return (
    <OrderPage
      id={id}
      feedback={(order) => <FeedbackCard order={order} />}
      returns={(order) => <Returns order={order} />}
      choices={(refund) => <RefundChoices refund={refund} />}
      escalate={(cancellationId) => <Escalate subjectId={cancellationId} orderId={id} />}
    />
  );
}
