import { assignCaseTo } from "#modules/case/exports/assign-case.js";
import { assignableAgent } from "#modules/identity/exports/assignable-agent.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { ServicePromiseEntity } from "./exports/service-promise.entity.js";

type Worked = Outcome<{ promiseId: string }>;

/** Works on a promise under its order's lock: two who want it at once come one after the other. */
async function withPromise(
  unit: UnitOfWork,
  caller: Caller,
  promiseId: string,
  work: (promise: ServicePromiseEntity) => Promise<Worked | undefined>,
): Promise<Worked> {
  const { manager } = unit;
  const found = await manager.findOneBy(ServicePromiseEntity, { id: promiseId });
  const locked = found && (await lockOrder(manager, caller, found.orderId));
  if (!locked) return refuse({ kind: "NotFound", what: "promise" });
  const promise = await manager.findOneByOrFail(ServicePromiseEntity, { id: promiseId });
  return (await work(promise)) ?? done({ promiseId }, promise);
}

async function refuseIfAssigned(
  { manager, actor }: UnitOfWork,
  { assigneeId }: ServicePromiseEntity,
): Promise<Outcome<never> | null> {
  if (assigneeId === null || assigneeId === actor.id) return null;
  const { name } = await manager.findOneByOrFail(PersonEntity, { id: assigneeId });
  return refuse({ kind: "AlreadyAssigned", assigneeId, assigneeName: name });
}

/** A promise that was made in a case goes with it: they have one owner. */
async function own(
  { manager }: UnitOfWork,
  promise: ServicePromiseEntity,
  assigneeId: string | null,
): Promise<void> {
  promise.assigneeId = assigneeId;
  await manager.update(ServicePromiseEntity, { id: promise.id }, { assigneeId });
  if (promise.caseId) await assignCaseTo(manager, promise.caseId, assigneeId);
}

/** Events are told of cases; a refund's promise alone has no conversation to be told in. */
async function tellOfCase(
  unit: UnitOfWork,
  { orderId, caseId }: ServicePromiseEntity,
  kind: "case.taken" | "case.assigned" | "case.released",
  data: { assignee?: string; assigneeId?: string; releasedId?: string } = {},
): Promise<void> {
  if (caseId) await recordEvent(unit, { orderId, kind, caseId, data });
}

/** An agent takes a promise that nobody has; of two at once, one does. */
export const takePromise = (unit: UnitOfWork, caller: Caller, promiseId: string) =>
  withPromise(unit, caller, promiseId, async (promise) => {
    const refused = await refuseIfAssigned(unit, promise);
    if (refused) return refused;
    if (promise.assigneeId !== null) return undefined;
    await own(unit, promise, unit.actor.id);
    await tellOfCase(unit, promise, "case.taken");
    return undefined;
  });

/** An agent gives a promise to a colleague, or takes it over from one. */
export const assignPromise = (
  unit: UnitOfWork,
  caller: Caller,
  { promiseId, assigneeId }: { promiseId: string; assigneeId: string },
) =>
  withPromise(unit, caller, promiseId, async (promise) => {
    const agent = await assignableAgent(unit.manager, assigneeId);
    if (!agent) return refuse({ kind: "NotFound", what: "agent" });
    const { assigneeId: before } = promise;
    if (before === agent.id) return undefined;
    await own(unit, promise, agent.id);
    const released = before === null ? {} : { releasedId: before };
    const data = { assignee: agent.name, assigneeId: agent.id, ...released };
    await tellOfCase(unit, promise, "case.assigned", data);
    return undefined;
  });

/** Its owner, or a lead, puts a promise back before everybody. */
export const releasePromise = (unit: UnitOfWork, caller: Caller, promiseId: string) =>
  withPromise(unit, caller, promiseId, async (promise) => {
    const leads = caller.kind === "AGENT" && caller.role !== "AGENT";
    const refused = leads ? null : await refuseIfAssigned(unit, promise);
    if (refused) return refused;
    const { assigneeId: before } = promise;
    if (before === null) return undefined;
    await own(unit, promise, null);
    await tellOfCase(unit, promise, "case.released", { releasedId: before });
    return undefined;
  });
