import { defineMachine } from "../machine/machine.js";

/** Fulfilment alone; money and returns are axes of their own. */
export const orderStatuses = [
  "PENDING_PAYMENT",
  "GRACE_PERIOD",
  "AWAITING_SHIPMENT",
  "PROCESSING",
  "PARTIALLY_SHIPPED",
  "SHIPPED",
  "PARTIALLY_DELIVERED",
  "DELIVERY_FAILED",
  "DELIVERED",
  "COMPLETED",
  "EXPIRED",
  "CANCELED",
] as const;
export type OrderStatus = (typeof orderStatuses)[number];

export const orderMachine = defineMachine<OrderStatus>("order", {
  states: orderStatuses,
  initial: ["PENDING_PAYMENT", "GRACE_PERIOD", "AWAITING_SHIPMENT"],
  final: ["COMPLETED", "EXPIRED", "CANCELED"],
  table: [
    ["PENDING_PAYMENT", "pay", "GRACE_PERIOD", "the payment was captured, or authorised"],
    ["PENDING_PAYMENT", "expirePayment", "EXPIRED", "the payment timed out"],
    ["PENDING_PAYMENT", "cancel", "CANCELED", "buyer cancels freely"],
    ["GRACE_PERIOD", "endGracePeriod", "AWAITING_SHIPMENT", "the policy's window ends"],
    ["GRACE_PERIOD", "cancel", "CANCELED", "approved at once"],
    ["AWAITING_SHIPMENT", "startProcessing", "PROCESSING", "the seller starts packing"],
    ["AWAITING_SHIPMENT", "cancel", "CANCELED", "cancellation approved"],
    ["PROCESSING", "shipPart", "PARTIALLY_SHIPPED", "some lines' ship lease won"],
    ["PROCESSING", "shipAll", "SHIPPED", "all remaining lines' ship lease won"],
    ["PROCESSING", "cancel", "CANCELED", "cancellation approved and the stop acknowledged"],
    ["PARTIALLY_SHIPPED", "shipPart", "PARTIALLY_SHIPPED", "more, but not all, shipped"],
    ["PARTIALLY_SHIPPED", "shipAll", "SHIPPED", "the rest shipped"],
    ["PARTIALLY_SHIPPED", "cancelRest", "SHIPPED", "the rest canceled"],
    ["PARTIALLY_SHIPPED", "deliverPart", "PARTIALLY_DELIVERED", "a first parcel arrived"],
    ["SHIPPED", "deliverPart", "PARTIALLY_DELIVERED", "one of several parcels arrived"],
    ["SHIPPED", "deliverAll", "DELIVERED", "every parcel arrived"],
    ["SHIPPED", "failDelivery", "DELIVERY_FAILED", "refused, returned to sender or lost"],
    ["PARTIALLY_DELIVERED", "deliverAll", "DELIVERED", "the last parcel arrived"],
    ["PARTIALLY_DELIVERED", "shipPart", "PARTIALLY_DELIVERED", "more, but not all, shipped"],
    ["PARTIALLY_DELIVERED", "shipAll", "PARTIALLY_DELIVERED", "the rest shipped"],
    ["PARTIALLY_DELIVERED", "cancelRest", "PARTIALLY_DELIVERED", "the rest canceled"],
    ["DELIVERY_FAILED", "deliverAll", "DELIVERED", "it turned up"],
    ["DELIVERY_FAILED", "reship", "SHIPPED", "shipped again"],
    ["DELIVERY_FAILED", "cancel", "CANCELED", "refunded"],
    ["DELIVERED", "complete", "COMPLETED", "return window over, nothing open"],
  ],
});
