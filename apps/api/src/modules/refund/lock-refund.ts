import type { EntityManager } from "typeorm";
import { type LockedOrder, lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import type { Caller } from "#platform/identity/caller.js";
import { RefundEntity } from "./exports/refund.entity.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";

export interface LockedRefund {
  locked: LockedOrder;
  refund: RefundEntity;
  allocations: RefundAllocationEntity[];
}

/**
 * A refund under the lock of its order and of its purchase's payments, found for this caller (null: the
 * system); null where there is none. What becomes of a part changes its payment, which another order
 * may draw on as well: whoever locked them only afterwards could wait for each other.
 */
export async function lockRefund(
  manager: EntityManager,
  caller: Caller | null,
  refundId: string,
): Promise<LockedRefund | null> {
  const found = await manager.findOneBy(RefundEntity, { id: refundId });
  const locked = found && (await lockOrder(manager, caller, found.orderId));
  if (!locked) return null;
  await lockPayments(manager, locked.order.purchaseId);
  const refund = await manager.findOneByOrFail(RefundEntity, { id: refundId });
  const allocations = await manager.find(RefundAllocationEntity, {
    where: { refundId },
    order: { id: "ASC" },
  });
  return { locked, refund, allocations };
}
