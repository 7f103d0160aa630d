import { assert } from "@makegood/domain/assert";
import type { Refusal } from "@makegood/domain/refusal/refusal";
import { returnMachine } from "@makegood/domain/return/return-machine";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { bringTo } from "../answer-request.js";
import { approveReturnAs } from "../approve-return.js";
import { advanceReturn } from "./advance-return.js";
import type { LockedReturn } from "./lock-return.js";
import { lockReturn } from "./lock-return.js";
import { netMinor, ReturnUnitEntity } from "./return-unit.entity.js";
import { closeUnits, settleReturn } from "./settle-return.js";

/** The buyer brings a return's refusal to support; null where that is possible, and done. */
export async function escalateReturn(
  unit: UnitOfWork,
  { request }: LockedReturn,
): Promise<Refusal | null> {
  const refusal = refuseTransition(returnMachine, request.status, "escalate");
  if (refusal) return refusal;
  if (request.dueAt && request.dueAt <= unit.now) {
    return { kind: "AppealWindowOver", endedAt: request.dueAt };
  }
  await advanceReturn(unit, request, "escalate");
  const { id: returnId, orderId } = request;
  await recordEvent(unit, { orderId, kind: "return.escalated", returnId });
  return null;
}

/** What a return that is with support could bring back at most. */
export function mostOf({ units }: LockedReturn): number {
  return units
    .filter(({ state }) => state === "OPEN")
    .reduce((sum, each) => sum + each.grossMinor, 0);
}

/** Carries out what was ruled about an escalated return. */
export async function ruleReturn(
  unit: UnitOfWork,
  returnId: string,
  ruling: { for: "BUYER" | "SELLER" } | { for: "SPLIT"; amountMinor: number },
): Promise<void> {
  const given = await lockReturn(unit, null, returnId);
  assert(given?.request.status === "ESCALATED", "a dispute is about something escalated");
  const { request } = given;
  const units = given.units.filter(({ state }) => state === "OPEN");
  const sent = request.sentAt !== null || request.receivedAt !== null;
  if (ruling.for === "SELLER") {
    if (sent) for (const each of units) each.deductionMinor += netMinor(each);
    await advanceReturn(unit, request, "ruleForSeller");
    await closeUnits(unit, given, sent ? "DONE" : "RELEASED");
    await recordEvent(unit, { orderId: request.orderId, kind: "return.closed", returnId });
    return;
  }
  // Ruled for the buyer, what the inspection took off does not stand.
  for (const each of units) each.deductionMinor = 0;
  if (ruling.for === "SPLIT") {
    for (const each of units) each.keptMinor = 0;
    bringTo(given, ruling.amountMinor);
    await keepAmounts(unit, units);
    await settleReturn(unit, given, "ruleRefund");
    return;
  }
  await keepAmounts(unit, units);
  if (sent) await settleReturn(unit, given, "ruleRefund");
  else await approveReturnAs(unit, given, "return.approved", { command: "ruleReturn" });
}

async function keepAmounts({ manager }: UnitOfWork, units: ReturnUnitEntity[]): Promise<void> {
  for (const { id, keptMinor, deductionMinor } of units) {
    await manager.update(ReturnUnitEntity, { id }, { keptMinor, deductionMinor });
  }
}
