import { type DisputeStatus, disputeMachine } from "@makegood/domain/dispute/dispute-machine";
import { releasePayout } from "#modules/payout/exports/hold-payout.js";
import { targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { DisputeEntity } from "./dispute.entity.js";

/** The name of the deadline at which a dispute goes on by itself. */
export const disputeDue = "dispute.due";

/** Once it is decided for the buyer the refund takes the money; once it is over nothing holds it. */
const noLongerHeld: readonly DisputeStatus[] = [
  "DECIDED_BUYER",
  "DECIDED_SPLIT",
  ...disputeMachine.final,
];

/** Moves a dispute of a locked order by a command its machine allows; its one deadline moves along. */
export async function advanceDispute(
  unit: Pick<UnitOfWork, "manager" | "now">,
  dispute: DisputeEntity,
  command: string,
  also: Partial<DisputeEntity> = {},
): Promise<void> {
  const status = targetOf(disputeMachine, dispute.status, command);
  const change = { dueAt: null, ...also, status };
  Object.assign(dispute, change);
  await unit.manager.update(DisputeEntity, { id: dispute.id }, change);
  const binds = dispute.orderId;
  if (dispute.dueAt)
    await setDeadline(unit.manager, disputeDue, dispute.id, dispute.dueAt, { binds });
  else await settleDeadline(unit.manager, disputeDue, dispute.id, unit.now);
  if (noLongerHeld.includes(status)) await releasePayout(unit, "DISPUTE", dispute.id);
}
