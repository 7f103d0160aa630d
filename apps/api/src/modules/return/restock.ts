import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { Caller } from "#platform/identity/caller.js";
import { lockReturn } from "./exports/lock-return.js";
import { ReturnUnitEntity } from "./exports/return-unit.entity.js";

/** Puts a unit back to stock, once: a refund alone never does, and a repeat changes nothing. */
export async function restock(unit: UnitOfWork, each: ReturnUnitEntity): Promise<void> {
  await unit.manager.query(
    `INSERT INTO restocks (return_unit_id, line_id, actor_id, at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (return_unit_id) DO NOTHING`,
    [each.id, each.lineId, unit.actor.id, unit.now],
  );
}

/** What needed work first can be sold again. */
export async function restockUnit(
  unit: UnitOfWork,
  caller: Caller,
  unitId: string,
): Promise<Outcome<{ returnId: string }>> {
  const found = await unit.manager.findOneBy(ReturnUnitEntity, { id: unitId });
  const given = found && (await lockReturn(unit, caller, found.returnId));
  const each = given?.units.find(({ id }) => id === unitId);
  if (!given || !each) return refuse({ kind: "NotFound", what: "unit of a return" });
  if (each.disposition !== "PROCESSING_REQUIRED" && each.disposition !== "RESTOCKED") {
    return refuse({
      kind: "NotInThisState",
      machine: "disposition",
      state: each.disposition ?? "NONE",
      command: "restock",
      allowedCommands: [],
    });
  }
  await unit.manager.update(ReturnUnitEntity, { id: unitId }, { disposition: "RESTOCKED" });
  await restock(unit, each);
  return done({ returnId: given.request.id }, given.request);
}
