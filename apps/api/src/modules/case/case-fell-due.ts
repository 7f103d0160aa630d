import { caseMachine } from "@makegood/domain/case/case-machine";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { done, type Outcome } from "#platform/commands/refused.js";
import { targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { CaseEntity } from "./exports/case.entity.js";
import { backToSupport, updateCase } from "./exports/update-case.js";

/** A case under its order's lock, as the system finds it. */
async function lockForSystem({ manager }: UnitOfWork, caseId: string) {
  const { orderId } = await manager.findOneByOrFail(CaseEntity, { id: caseId });
  const locked = await lockOrder(manager, null, orderId);
  const support = await manager.findOneByOrFail(CaseEntity, { id: caseId });
  return locked && { support };
}

/** Nobody answered in time: support looks at the case again. */
export async function waitFellDue(unit: UnitOfWork, caseId: string): Promise<Outcome<object>> {
  const found = await lockForSystem(unit, caseId);
  if (!found?.support.waitsUntil || found.support.waitsUntil > unit.now) return done({});
  const { support } = found;
  await backToSupport(unit, support, "resume");
  await recordEvent(unit, { orderId: support.orderId, kind: "case.unanswered", caseId });
  return done({});
}

/** A week after it was resolved, a case closes. */
export async function closeFellDue(unit: UnitOfWork, caseId: string): Promise<Outcome<object>> {
  const found = await lockForSystem(unit, caseId);
  if (found?.support.status !== "RESOLVED") return done({});
  const { support } = found;
  await updateCase(unit, support, { status: targetOf(caseMachine, "RESOLVED", "close") });
  await recordEvent(unit, { orderId: support.orderId, kind: "case.closed", caseId });
  return done({});
}
