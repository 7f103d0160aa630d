import type { DriftStep } from "@makegood/domain/reconciliation/drift";
import { driftMachine } from "@makegood/domain/reconciliation/drift-machine";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import type { EntityManager } from "typeorm";
import { refuseTransition } from "#platform/commands/transition.js";
import { DriftItemEntity } from "./exports/drift-item.entity.js";
import { nextStepOfItem } from "./exports/next-step-of-item.js";
import { releaseSettled } from "./hold-unpaid.js";

/** There is no such item. */
export const missing: Refusal = { kind: "NotFound", what: "difference" };

/** An item that nobody else works on meanwhile; its order, if any, is locked before it. */
export function lockDrift(manager: EntityManager, id: string): Promise<DriftItemEntity | null> {
  return manager.findOne(DriftItemEntity, { where: { id }, lock: { mode: "pessimistic_write" } });
}

/** Why none of these steps is the one to take now; null when one is. */
export function refuseStep(item: DriftItemEntity, ...steps: DriftStep[]): Refusal | null {
  const closed = refuseTransition(driftMachine, item.status, "heal");
  if (closed) return closed;
  const next = nextStepOfItem(item);
  if (next && steps.includes(next)) return null;
  return {
    kind: "NotInThisState",
    machine: driftMachine.name,
    state: item.kind,
    command: steps[0] ?? "ACCEPT",
    allowedCommands: [...(next ? [next] : []), "ACCEPT"],
  };
}

/** The books agree about it again. */
export async function heal(manager: EntityManager, item: DriftItemEntity, at: Date): Promise<void> {
  Object.assign(item, { status: "HEALED", closedAt: at });
  await manager.update(DriftItemEntity, { id: item.id }, { status: "HEALED", closedAt: at });
  await releaseSettled(manager, at);
}
