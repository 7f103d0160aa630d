import { driftMachine } from "@makegood/domain/reconciliation/drift-machine";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { DriftItemEntity } from "./exports/drift-item.entity.js";
import { lockDrift, missing } from "./lock-drift.js";

/** Somebody of the team sees to a difference from now on. */
export async function takeDrift(
  { manager, actor }: UnitOfWork,
  driftItemId: string,
): Promise<Outcome<{ driftItemId: string }>> {
  const item = await lockDrift(manager, driftItemId);
  if (!item) return refuse(missing);
  const closed = refuseTransition(driftMachine, item.status, "heal");
  if (closed) return refuse(closed);
  await manager.update(DriftItemEntity, { id: item.id }, { assigneeId: actor.id });
  return done({ driftItemId });
}
