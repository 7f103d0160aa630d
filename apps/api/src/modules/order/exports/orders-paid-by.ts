import type { OrderEntity } from "./order.entity.js";
import type { PaymentEntity } from "./payment.entity.js";

/**
 * An authorised payment is for its own order, and what was sent in exchange for that, of one shop;
 * what was captured at checkout is for the others.
 */
export function ordersPaidBy(
  { orderId }: Pick<PaymentEntity, "orderId">,
  orders: OrderEntity[],
): OrderEntity[] {
  const own = orders.filter(({ authorizedMinor }) => authorizedMinor > 0);
  const of = own.find(({ id }) => id === orderId)?.shopId;
  const paid = orders.filter(({ shopId }) =>
    of ? shopId === of : own.every((order) => order.shopId !== shopId),
  );
  return paid.length > 0 ? paid : orders;
}

/** What was taken for an order, less what counts for those sent in exchange; minor units. */
export const soldMinor = ({ capturedMinor, exchangedMinor }: OrderEntity) =>
  capturedMinor - exchangedMinor;
