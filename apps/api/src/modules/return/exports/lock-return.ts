import type { PolicyVersion } from "@makegood/domain/policy/policy";
import { type LockedOrder, lockOrder } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import { ReturnEntity } from "./return.entity.js";
import { ReturnUnitEntity } from "./return-unit.entity.js";

export interface LockedReturn {
  locked: LockedOrder;
  request: ReturnEntity;
  units: ReturnUnitEntity[];
  policy: PolicyVersion;
}

/** A return under its order's lock, found for this caller (null: the system); null where there is none. */
export async function lockReturn(
  { manager }: Pick<UnitOfWork, "manager">,
  caller: Caller | null,
  returnId: string,
): Promise<LockedReturn | null> {
  const found = await manager.findOneBy(ReturnEntity, { id: returnId });
  const locked = found && (await lockOrder(manager, caller, found.orderId));
  if (!locked) return null;
  // Read again: it may have changed while we waited for the lock.
  const request = await manager.findOneByOrFail(ReturnEntity, { id: returnId });
  const units = await manager.find(ReturnUnitEntity, {
    where: { returnId },
    order: { position: "ASC" },
  });
  return { locked, request, units, policy: await policyOf(manager, locked.order) };
}
