import { type LockedOrder, lockOrder } from "#modules/order/exports/lock-order.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import { CancellationEntity } from "./cancellation.entity.js";

export interface LockedCancellation {
  locked: LockedOrder;
  cancellation: CancellationEntity;
}

/** A cancellation under its order's lock, found for this caller; null where there is none. */
export async function lockCancellation(
  { manager }: Pick<UnitOfWork, "manager">,
  caller: Caller | null,
  cancellationId: string,
): Promise<LockedCancellation | null> {
  const found = await manager.findOneBy(CancellationEntity, { id: cancellationId });
  const locked = found && (await lockOrder(manager, caller, found.orderId));
  if (!locked) return null;
  // Read again: it may have changed while we waited for the lock.
  const cancellation = await manager.findOneByOrFail(CancellationEntity, { id: cancellationId });
  return { locked, cancellation };
}
