import type { CancellationStatus } from "../cancellation/cancellation-machine.js";
import type { DisputeStatus } from "../dispute/dispute-machine.js";
import type { OrderStatus } from "../order/order-machine.js";
import type { ReturnStatus } from "../return/return-machine.js";
import type { NextAction } from "./next-action.js";
import { nextActionOfCancellation } from "./next-action-of-cancellation.js";
import { nextActionOfDispute } from "./next-action-of-dispute.js";
import { nextActionOfFulfilment } from "./next-action-of-fulfilment.js";
import { type Collecting, nextActionOfPayment } from "./next-action-of-payment.js";
import { nextActionOfRefund, type RefundWaits } from "./next-action-of-refund.js";
import { nextActionOfReturn } from "./next-action-of-return.js";

/**
 * What an order waits for: an open cancellation first, then a return, then money on its way, then
 * fulfilment.
 */
export function nextActionOfOrder(order: {
  status: OrderStatus;
  shipBy: Date | null;
  graceEndsAt: Date | null;
  /** Whether the buyer may cancel at once when the seller is late to ship. */
  atOnceWhenLate: boolean;
  /** By when the carrier is expected to have delivered it. */
  estimatedDeliveryBy?: Date | null;
  /** Until when the seller has to settle that it did not arrive. */
  deliveryDueBy?: Date | null;
  cancellations: readonly {
    status: CancellationStatus;
    respondBy: Date | null;
    appealBy?: Date | null;
  }[];
  returns?: readonly { status: ReturnStatus; dueAt: Date | null }[];
  disputes?: readonly { status: DisputeStatus; dueAt: Date | null }[];
  refunds: readonly RefundWaits[];
  /** How money that was not taken at checkout stands; null where it was. */
  collecting?: Collecting | null;
}): NextAction | null {
  // What support is asked about is told by the dispute, which knows the dates.
  const disputed = (order.disputes ?? []).map(nextActionOfDispute).find((next) => next !== null);
  const open = order.cancellations
    .filter(({ status }) => status !== "REJECTED" && status !== "ESCALATED")
    .map(nextActionOfCancellation)
    .find((next) => next !== null);
  const money = order.refunds.map(nextActionOfRefund).find((next) => next !== null);
  const back = (order.returns ?? [])
    .filter(({ status }) => status !== "REFUND_PENDING" && status !== "ESCALATED")
    .map(nextActionOfReturn)
    .find((next) => next !== null);
  const collected = order.collecting ? nextActionOfPayment(order.collecting) : null;
  return open ?? back ?? disputed ?? money ?? collected ?? nextActionOfFulfilment(order);
}
