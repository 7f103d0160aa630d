import type { OrderStatus } from "../order/order-machine.js";
import { action, type NextAction } from "./next-action.js";

/** What an order waits for until it is there; null where nothing does. */
export function nextActionOfFulfilment(order: {
  status: OrderStatus;
  shipBy: Date | null;
  graceEndsAt: Date | null;
  atOnceWhenLate: boolean;
  estimatedDeliveryBy?: Date | null;
  deliveryDueBy?: Date | null;
}): NextAction | null {
  switch (order.status) {
    case "PENDING_PAYMENT":
      return action("BUYER", "PAY", null, "ORDER_EXPIRES");
    case "GRACE_PERIOD":
      return action("SYSTEM", "END_GRACE", order.graceEndsAt, "SELLER_CAN_PACK");
    case "AWAITING_SHIPMENT":
    case "PROCESSING":
    case "PARTIALLY_SHIPPED": {
      const late = order.atOnceWhenLate ? "BUYER_CANCELS_AT_ONCE" : "BUYER_ASKS_SUPPORT";
      return action("SELLER", "PACK_AND_SHIP", order.shipBy, order.shipBy ? late : null);
    }
    case "SHIPPED":
    case "PARTIALLY_DELIVERED":
      return action(
        "CARRIER",
        "DELIVER",
        order.estimatedDeliveryBy ?? null,
        order.estimatedDeliveryBy ? "BUYER_SAYS_NOT_ARRIVED" : null,
      );
    case "DELIVERY_FAILED":
      return action(
        "SELLER",
        "SETTLE_DELIVERY",
        order.deliveryDueBy ?? null,
        order.deliveryDueBy ? "COUNTS_AS_NOT_DELIVERED" : null,
      );
    case "DELIVERED":
    case "COMPLETED":
    case "EXPIRED":
    case "CANCELED":
      return null;
  }
}
