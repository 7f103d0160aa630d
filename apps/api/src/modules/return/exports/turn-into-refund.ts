import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { LockedReturn } from "./lock-return.js";
import { ReturnEntity } from "./return.entity.js";
import { netMinor } from "./return-unit.entity.js";

/** A return that was to bring goods brings the money from now on: all that its units are worth. */
export async function turnIntoRefund(
  { manager }: Pick<UnitOfWork, "manager">,
  { request, units }: Pick<LockedReturn, "request" | "units">,
): Promise<void> {
  const change = {
    kind: "REFUND" as const,
    amountMinor: units.reduce((sum, each) => sum + netMinor(each), 0),
  };
  Object.assign(request, change);
  await manager.update(ReturnEntity, { id: request.id }, change);
}
