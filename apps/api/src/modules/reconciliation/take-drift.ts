import { driftMachine } from "@makegood/domain/reconciliation/drift-machine";
import type { EntityManager } from "typeorm";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { DriftItemEntity } from "./exports/drift-item.entity.js";
import { lockDrift, missing } from "./lock-drift.js";

/** An agent takes a difference that nobody has; of two at once, one does. */
export async function takeDrift(
  { manager, actor }: UnitOfWork,
  driftItemId: string,
): Promise<Outcome<{ driftItemId: string }>> {
  const item = await lockDrift(manager, driftItemId);
  if (!item) return refuse(missing);
  const closed = refuseTransition(driftMachine, item.status, "heal");
  if (closed) return refuse(closed);
  const taken = await refuseIfAssigned(manager, item, actor.id);
  if (taken) return taken;
  await manager.update(DriftItemEntity, { id: item.id }, { assigneeId: actor.id });
  return done({ driftItemId });
}

/** Its owner, or a lead, puts a difference back before everybody. */
export async function releaseDrift(
  { manager, actor }: UnitOfWork,
  caller: KnownCaller,
  driftItemId: string,
): Promise<Outcome<{ driftItemId: string }>> {
  const item = await lockDrift(manager, driftItemId);
  if (!item) return refuse(missing);
  const leads = caller.kind === "AGENT" && caller.role !== "AGENT";
  const taken = leads ? null : await refuseIfAssigned(manager, item, actor.id);
  if (taken) return taken;
  await manager.update(DriftItemEntity, { id: item.id }, { assigneeId: null });
  return done({ driftItemId });
}

async function refuseIfAssigned(
  manager: EntityManager,
  { assigneeId }: DriftItemEntity,
  actorId: string,
): Promise<Outcome<never> | null> {
  if (assigneeId === null || assigneeId === actorId) return null;
  const { name } = await manager.findOneByOrFail(PersonEntity, { id: assigneeId });
  return refuse({ kind: "AlreadyAssigned", assigneeId, assigneeName: name });
}
