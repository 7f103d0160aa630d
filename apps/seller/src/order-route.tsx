import { OrderPage } from "./features/order/order-page.tsx";
import { DecideRequest } from "./features/queue/decide-card.tsx";
import { ShopReturns } from "./features/return/shop-returns.tsx";

/** An order with what each feature does about it. */
export const OrderRoute = ({ id }: { id: string }) => (
  <OrderPage
    id={id}
    decide={(request, decided) => <DecideRequest request={request} decided={decided} />}
    returns={(order) => <ShopReturns order={order} />}
  />
);
