import { addBusinessHours } from "@makegood/domain/calendar/calendar";
import { caseMachine } from "@makegood/domain/case/case-machine";
import { type CaseTopic, firstReplyBusinessHours } from "@makegood/domain/case/case-topic";
import { decideTransition } from "@makegood/domain/machine/machine";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition, targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { addMessage } from "./exports/add-message.js";
import { CaseEntity, sortsAt } from "./exports/case.entity.js";
import { seesCase } from "./exports/visible-case.js";

type Worked = Outcome<{ caseId: string; messageId: string | null }>;
const notFound = () => refuse({ kind: "NotFound", what: "case" });

/** A case under its order's lock; null where there is none for this caller. */
async function lockCase(unit: UnitOfWork, caller: Caller, caseId: string) {
  const found = await unit.manager.findOneBy(CaseEntity, { id: caseId });
  if (!found || !seesCase(caller, found)) return null;
  const locked = await lockOrder(unit.manager, caller, found.orderId);
  if (!locked) return null;
  const support = await unit.manager.findOneByOrFail(CaseEntity, { id: caseId });
  return { support };
}

async function update(unit: UnitOfWork, support: CaseEntity, change: Partial<CaseEntity>) {
  const replyBy = change.replyBy === undefined ? support.replyBy : change.replyBy;
  const all = { ...change, sortAt: sortsAt(replyBy), updatedAt: unit.now };
  Object.assign(support, all);
  await unit.manager.update(CaseEntity, { id: support.id }, all as never);
}

/**
 * Says something in a case. The buyer's words wake it and start the clock of the next answer; an
 * agent's answer stops it; a note among agents changes nothing that the buyer sees.
 */
export async function replyToCase(
  unit: UnitOfWork,
  caller: Caller,
  input: { caseId: string; body: string; internal: boolean },
): Promise<Worked> {
  const found = await lockCase(unit, caller, input.caseId);
  if (!found) return notFound();
  const { support } = found;
  const { id: caseId, orderId } = support;
  const byAgent = caller.kind === "AGENT";
  if (input.internal) {
    if (!byAgent) return refuse({ kind: "PersonNotAllowed", needed: "SUPPORT" });
    const note = await addMessage(unit, support, input);
    await update(unit, support, {});
    await recordEvent(unit, { orderId, kind: "case.note", caseId, messageId: note.id });
    return done({ caseId, messageId: note.id }, { support, message: note });
  }

  const command = byAgent ? "askBuyer" : "resume";
  const step = decideTransition(caseMachine, support.status, command);
  const waiting = ["NEW", "OPEN"].includes(support.status);
  if (!step.allowed && !(command === "resume" && waiting)) {
    const { allowed: _, ...refusal } = step;
    return refuse(refusal);
  }
  const message = await addMessage(unit, support, input);
  if (step.allowed) {
    const hours = firstReplyBusinessHours[support.topic as CaseTopic];
    const replyBy = byAgent
      ? null
      : addBusinessHours(marketplaceOf(unit.manager).calendar, unit.now, hours);
    const taken = byAgent && support.assigneeId === null ? { assigneeId: unit.actor.id } : {};
    await update(unit, support, { status: step.to, replyBy, ...taken });
  } else {
    await update(unit, support, {});
  }
  await recordEvent(unit, { orderId, kind: "case.message", caseId, messageId: message.id });
  return done({ caseId, messageId: message.id }, { support, message });
}

/** An agent takes the case. */
export async function assignCaseToMe(
  unit: UnitOfWork,
  caller: Caller,
  caseId: string,
): Promise<Worked> {
  const found = await lockCase(unit, caller, caseId);
  if (!found) return notFound();
  const { support } = found;
  const opens = support.status === "NEW" ? { status: targetOf(caseMachine, "NEW", "open") } : {};
  await update(unit, support, { assigneeId: unit.actor.id, ...opens });
  await recordEvent(unit, { orderId: support.orderId, kind: "case.taken", caseId });
  return done({ caseId, messageId: null });
}

/** Support is done; the buyer's next word would open it again. */
export async function resolveCase(
  unit: UnitOfWork,
  caller: Caller,
  caseId: string,
): Promise<Worked> {
  const found = await lockCase(unit, caller, caseId);
  if (!found) return notFound();
  const { support } = found;
  const refusal = refuseTransition(caseMachine, support.status, "resolve");
  if (refusal) return refuse(refusal);
  await update(unit, support, {
    status: targetOf(caseMachine, support.status, "resolve"),
    replyBy: null,
  });
  await recordEvent(unit, { orderId: support.orderId, kind: "case.resolved", caseId });
  return done({ caseId, messageId: null });
}
