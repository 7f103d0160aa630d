import type { EntityManager } from "typeorm";
import { OrderEntity } from "#modules/order/exports/order.entity.js";
import { OrderLineEntity } from "#modules/order/exports/order-line.entity.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { visibleTo } from "#modules/order/exports/visible-orders.js";
import type { Caller } from "#platform/identity/caller.js";
import { passedBy, passedDeadlines, throwOverdue } from "#platform/jobs/overdue.js";

export interface LockedOrder {
  order: OrderEntity;
  lines: OrderLineEntity[];
}

/**
 * Takes the order's row lock, which every after-sales command holds while it decides and writes. It
 * leaves alone who merely refers to the order: a row of another's that names order and payment would
 * else hold the one and wait for the other.
 * Null when there is no such order for this caller; null as caller is the system itself. A caller's
 * command comes after what silence has already decided about the order.
 */
export async function lockOrder(
  manager: EntityManager,
  caller: Caller | null,
  orderId: string,
): Promise<LockedOrder | null> {
  const query = manager
    .createQueryBuilder(OrderEntity, "o")
    .where("o.id = :orderId", { orderId })
    .setLock("for_no_key_update");
  const now = passedBy(manager);
  if (caller && now)
    query.addSelect(passedDeadlines("o"), "passed").setParameters({ passedBy: now });
  const { entities, raw } = await (caller ? visibleTo(query, caller) : query).getRawAndEntities<{
    passed?: Parameters<typeof throwOverdue>[1];
  }>();
  const [order] = entities;
  if (!order) return null;
  throwOverdue(manager, raw[0]?.passed);
  const lines = await manager.find(OrderLineEntity, {
    where: { orderId },
    order: { position: "ASC" },
  });
  return { order, lines };
}

/** The purchase's payments, locked in one order for all, since several orders may draw on them. */
export function lockPayments(manager: EntityManager, purchaseId: string): Promise<PaymentEntity[]> {
  return manager
    .createQueryBuilder(PaymentEntity, "p")
    .where("p.purchaseId = :purchaseId", { purchaseId })
    .orderBy("p.position")
    .setLock("for_no_key_update")
    .getMany();
}
