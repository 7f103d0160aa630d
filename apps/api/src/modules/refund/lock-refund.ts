import type { EntityManager } from "typeorm";
import { type LockedOrder, lockOrder } from "#modules/order/exports/lock-order.js";
import type { Caller } from "#platform/identity/caller.js";
import { RefundEntity } from "./exports/refund.entity.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";

export interface LockedRefund {
  locked: LockedOrder;
  refund: RefundEntity;
  allocations: RefundAllocationEntity[];
}

/** A refund under its order's lock, found for this caller (null: the system); null where there is none. */
export async function lockRefund(
  manager: EntityManager,
  caller: Caller | null,
  refundId: string,
): Promise<LockedRefund | null> {
  const found = await manager.findOneBy(RefundEntity, { id: refundId });
  const locked = found && (await lockOrder(manager, caller, found.orderId));
  if (!locked) return null;
  const refund = await manager.findOneByOrFail(RefundEntity, { id: refundId });
  const allocations = await manager.find(RefundAllocationEntity, {
    where: { refundId },
    order: { id: "ASC" },
  });
  return { locked, refund, allocations };
}
