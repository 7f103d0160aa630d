import { CasePage } from "./features/case/case-page.tsx";
import { Disputes } from "./features/dispute/disputes.tsx";
import { OrderStory } from "./features/orders/order-story.tsx";

/** A case beside its order. */
export const CaseRoute = ({ id }: { id: string }) => (
  <CasePage
    id={id}
    order={(orderId) => <OrderStory id={orderId} returns={(order) => <Disputes order={order} />} />}
  />
);
