import { caseMachine } from "@makegood/domain/case/case-machine";
import { assignableAgent } from "#modules/identity/exports/assignable-agent.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition, targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { assignCaseTo } from "./exports/assign-case.js";
import type { CaseEntity } from "./exports/case.entity.js";
import { updateCase } from "./exports/update-case.js";
import { type OnCase, type Worked, withCase } from "./lock-case.js";

/** The refusal of whoever wants what a colleague has; null where nobody else does. */
export async function refuseIfAssigned(
  { manager, actor }: UnitOfWork,
  assigneeId: string | null,
): Promise<Outcome<never> | null> {
  if (assigneeId === null || assigneeId === actor.id) return null;
  const { name } = await manager.findOneByOrFail(PersonEntity, { id: assigneeId });
  return refuse({ kind: "AlreadyAssigned", assigneeId, assigneeName: name });
}

/** Nobody owns what is over. */
const refuseOver = ({ status }: CaseEntity) => {
  const over = refuseTransition(caseMachine, status, "answer");
  return over && refuse({ ...over, command: "assign" } as typeof over);
};

async function own(unit: UnitOfWork, support: CaseEntity, assigneeId: string | null) {
  const opens =
    support.status === "NEW" && assigneeId !== null
      ? { status: targetOf(caseMachine, "NEW", "open") }
      : {};
  await updateCase(unit, support, { assigneeId, ...opens });
  await assignCaseTo(unit.manager, support.id, assigneeId);
}

/** An agent takes a case that nobody has; of two at once, one does. */
export const assignCaseToMe = (unit: UnitOfWork, caller: Caller, input: OnCase): Promise<Worked> =>
  withCase(unit, caller, input, async (support) => {
    const { id: caseId, orderId } = support;
    const refused = refuseOver(support) ?? (await refuseIfAssigned(unit, support.assigneeId));
    if (refused) return refused;
    if (support.assigneeId === null) {
      await own(unit, support, unit.actor.id);
      await recordEvent(unit, { orderId, kind: "case.taken", caseId });
    }
    return done({ caseId, messageId: null }, { support });
  });

/** An agent gives a case to a colleague, or takes it over from one; both are told. */
export const assignCase = (
  unit: UnitOfWork,
  caller: Caller,
  input: OnCase & { assigneeId: string },
): Promise<Worked> =>
  withCase(unit, caller, input, async (support) => {
    const { id: caseId, orderId, assigneeId: before } = support;
    const over = refuseOver(support);
    if (over) return over;
    const agent = await assignableAgent(unit.manager, input.assigneeId);
    if (!agent) return refuse({ kind: "NotFound", what: "agent" });
    if (before !== agent.id) {
      await own(unit, support, agent.id);
      const released = before === null ? {} : { releasedId: before };
      const data = { assignee: agent.name, assigneeId: agent.id, ...released };
      await recordEvent(unit, { orderId, kind: "case.assigned", caseId, data });
    }
    return done({ caseId, messageId: null }, { support });
  });

/** Its owner, or a lead, puts a case back before everybody; its owner is told. */
export const releaseCase = (unit: UnitOfWork, caller: Caller, input: OnCase): Promise<Worked> =>
  withCase(unit, caller, input, async (support) => {
    const { id: caseId, orderId, assigneeId: before } = support;
    const leads = caller.kind === "AGENT" && caller.role !== "AGENT";
    const refused = leads ? null : await refuseIfAssigned(unit, before);
    if (refused) return refused;
    if (before !== null) {
      await own(unit, support, null);
      const data = { releasedId: before };
      await recordEvent(unit, { orderId, kind: "case.released", caseId, data });
    }
    return done({ caseId, messageId: null }, { support });
  });
