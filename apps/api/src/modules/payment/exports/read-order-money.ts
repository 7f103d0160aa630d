import { type OrderMoney, orderMoney } from "@makegood/domain/payment/order-money";
import type { EntityManager } from "typeorm";
import { CancellationUnitEntity } from "#modules/cancellation/exports/cancellation-unit.entity.js";
import type { OrderEntity } from "#modules/order/exports/order.entity.js";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { PaymentStepEntity } from "./payment-step.entity.js";

/** An order whose money was not taken at checkout, with all that tells how it stands. */
export interface CollectedOrder {
  order: OrderEntity;
  /** Its own payments: an authorisation is for one order of a purchase. */
  payments: PaymentEntity[];
  steps: PaymentStepEntity[];
  money: OrderMoney;
  /** What is to be taken of it: its total less what was canceled. Minor units. */
  dueMinor: number;
}

/** Whether an order's money is taken later than at checkout, and has not been. */
export const isUncollected = (order: OrderEntity): boolean =>
  order.authorizedMinor > 0 && order.capturedMinor === 0;

/** How a locked order stands with its money, from its locked payments. */
export async function readOrderMoney(
  manager: EntityManager,
  order: OrderEntity,
  purchasePayments: readonly PaymentEntity[],
): Promise<CollectedOrder> {
  const payments = purchasePayments.filter(({ orderId }) => orderId === order.id);
  const steps = await manager.find(PaymentStepEntity, {
    where: { orderId: order.id },
    order: { number: "ASC" },
  });
  const canceled = await manager
    .createQueryBuilder(CancellationUnitEntity, "u")
    .select("COALESCE(SUM(u.amountMinor), 0)", "minor")
    .innerJoin("cancellations", "c", "c.id = u.cancellation_id")
    .where("c.order_id = :orderId AND u.state = 'CANCELED'", { orderId: order.id })
    .getRawOne<{ minor: string }>();
  return moneyOf(order, payments, steps, Number(canceled?.minor ?? 0));
}

/** The same from rows that were read already. */
export function moneyOf(
  order: OrderEntity,
  payments: PaymentEntity[],
  steps: PaymentStepEntity[],
  canceledMinor: number,
): CollectedOrder {
  const dueMinor = order.authorizedMinor - canceledMinor;
  const money = orderMoney({
    isOver: order.status === "CANCELED" || order.status === "EXPIRED",
    dueMinor,
    payments: payments.map(({ id, state, capturedMinor }) => ({
      state,
      capturedMinor,
      lastStep: steps.findLast(({ paymentId }) => paymentId === id) ?? null,
    })),
  });
  return { order, payments, steps, money, dueMinor };
}
