import type { ReturnFacts } from "@makegood/domain/return/return-facts";
import { lockedFacts } from "#modules/cancellation/exports/order-facts.js";
import type { LockedOrder } from "#modules/order/exports/lock-order.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { ReturnEntity } from "./return.entity.js";
import { toReturnFacts } from "./to-return-facts.js";

/** What a return of a locked order is decided on. */
export async function lockedReturnFacts(
  { manager }: Pick<UnitOfWork, "manager">,
  locked: LockedOrder,
): Promise<ReturnFacts> {
  const facts = await lockedFacts(manager, locked);
  const returns = await manager.find(ReturnEntity, {
    where: { orderId: locked.order.id },
    order: { id: "DESC" },
  });
  return toReturnFacts(facts, locked, returns);
}
