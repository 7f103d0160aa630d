import type { RefundFacts } from "@makegood/domain/refund/refund-question";
import type { EntityManager } from "typeorm";
import type { AtBank } from "#modules/chargeback/exports/at-bank.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentFacts } from "#modules/order/exports/payment-facts.js";

/** What a refund is decided on, from rows that were read under the order's lock, or for reading. */
export function toRefundFacts(
  order: OrderEntity,
  heldMinor: number,
  payments: readonly PaymentEntity[],
  atBank: AtBank,
): RefundFacts {
  return {
    orderId: order.id,
    currency: order.currency,
    capturedMinor: order.capturedMinor - order.exchangedMinor,
    refundReservedMinor: order.refundReservedMinor,
    heldMinor,
    chargedBackMinor: order.chargedBackMinor,
    waitingMinor: atBank.ofOrder.waitingMinor,
    payments: paymentFacts(order, payments, atBank.ofPayments),
  };
}

/** What an order's open cancellations and returns are worth together, in minor units. */
export async function heldMinorOf(manager: EntityManager, orderId: string): Promise<number> {
  const [row] = await manager.query(
    `SELECT COALESCE((SELECT SUM(u.amount_minor) FROM cancellation_units u
         JOIN cancellations c ON c.id = u.cancellation_id
         WHERE c.order_id = $1 AND u.state = 'HELD'), 0)
       + COALESCE((SELECT SUM(u.gross_minor) FROM return_units u
         JOIN returns r ON r.id = u.return_id
         WHERE r.order_id = $1 AND u.state = 'OPEN'), 0) AS held`,
    [orderId],
  );
  return Number(row.held);
}
