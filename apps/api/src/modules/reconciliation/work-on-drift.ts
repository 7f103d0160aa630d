import { driftMachine } from "@makegood/domain/reconciliation/drift-machine";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { openCase } from "#modules/case/exports/open-case.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition, targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import type { KnownCaller } from "#platform/graphql/callers.js";
import { callerId } from "#platform/identity/caller.js";
import { DriftItemEntity } from "./exports/drift-item.entity.js";
import { releaseSettled } from "./hold-unpaid.js";
import { lockDrift, missing, refuseStep } from "./lock-drift.js";
import { orderOfItem } from "./order-of-item.js";

type Worked = Outcome<{ driftItemId: string }>;

/** People settle it with the order's buyer, or with the provider. */
export async function openDriftCase(
  unit: UnitOfWork,
  caller: KnownCaller,
  driftItemId: string,
  words: string,
): Promise<Worked> {
  const { manager } = unit;
  const known = await manager.findOneBy(DriftItemEntity, { id: driftItemId });
  const orderId = known && (await orderOfItem(manager, known));
  if (!known || !orderId) return refuse(missing);
  // The case locks the order, which comes before the item.
  const opened = await openCase(unit, caller, {
    orderId,
    topic: "OTHER",
    message: words,
    refusal: null,
  });
  if (!opened.ok) return opened;
  const item = await lockDrift(manager, driftItemId);
  const refusal = item ? refuseStep(item, "OPEN_CASE") : missing;
  if (refusal) return refuse(refusal);
  await manager.update(DriftItemEntity, { id: driftItemId }, { caseId: opened.answer.caseId });
  return done({ driftItemId });
}

/** One person finds that it may stay as it is. */
export const proposeAcceptance = (
  unit: UnitOfWork,
  caller: KnownCaller,
  driftItemId: string,
  reason: string,
): Promise<Worked> =>
  move(unit, driftItemId, "propose", () => ({
    change: { proposedById: callerId(caller), reason },
  }));

/** Another person agrees. */
export const acceptDrift = (
  unit: UnitOfWork,
  caller: KnownCaller,
  driftItemId: string,
): Promise<Worked> =>
  move(unit, driftItemId, "accept", ({ proposedById }) =>
    proposedById === callerId(caller)
      ? { refusal: { kind: "PersonNotAllowed", needed: "OTHER_THAN_PROPOSER" } }
      : { change: { acceptedById: callerId(caller), closedAt: unit.now } },
  );

/** It is to be settled after all. */
export const declineAcceptance = (unit: UnitOfWork, driftItemId: string): Promise<Worked> =>
  move(unit, driftItemId, "decline", () => ({ change: { proposedById: null, reason: null } }));

async function move(
  { manager, now }: UnitOfWork,
  driftItemId: string,
  command: "propose" | "accept" | "decline",
  decide: (
    item: DriftItemEntity,
  ) => { refusal: Refusal } | { change: Partial<Omit<DriftItemEntity, "id">> },
): Promise<Worked> {
  const item = await lockDrift(manager, driftItemId);
  if (!item) return refuse(missing);
  const refusal = refuseTransition(driftMachine, item.status, command);
  if (refusal) return refuse(refusal);
  const decided = decide(item);
  if ("refusal" in decided) return refuse(decided.refusal);
  const status = targetOf(driftMachine, item.status, command);
  await manager.update(DriftItemEntity, { id: item.id }, { ...decided.change, status });
  if (status === "ACCEPTED") await releaseSettled(manager, now);
  return done({ driftItemId });
}
