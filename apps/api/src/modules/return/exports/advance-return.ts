import { remindAt } from "@makegood/domain/calendar/remind-at";
import { returnMachine } from "@makegood/domain/return/return-machine";
import { targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { ReturnEntity } from "./return.entity.js";

/** The name of the deadline at which a return goes on by itself. */
export const returnDue = "return.due";

/** The name of the deadline before it, at which whoever has to act is reminded. */
export const returnReminder = "return.reminder";

/**
 * Moves a return of a locked order by a command its machine allows. Its one deadline moves along:
 * a state that has one is given with `dueAt`, one without has none.
 */
export async function advanceReturn(
  unit: Pick<UnitOfWork, "manager" | "now">,
  request: ReturnEntity,
  command: string,
  also: Partial<ReturnEntity> = {},
): Promise<void> {
  const status = targetOf(returnMachine, request.status, command);
  const change = { dueAt: null, ...also, status };
  Object.assign(request, change);
  await unit.manager.update(ReturnEntity, { id: request.id }, change);
  const { id, dueAt, orderId: binds } = request;
  const reminder = dueAt && remindAt(unit.now, dueAt);
  if (dueAt) await setDeadline(unit.manager, returnDue, id, dueAt, { binds });
  else await settleDeadline(unit.manager, returnDue, id, unit.now);
  if (reminder) await setDeadline(unit.manager, returnReminder, id, reminder);
  else await settleDeadline(unit.manager, returnReminder, id, unit.now);
}
