import type { ReturnRule } from "@makegood/domain/decision/decision";
import { returnDeadlines } from "@makegood/domain/return/return-deadlines";
import type { EventKind } from "@makegood/domain/timeline/timeline-words";
import { countedAt } from "#modules/order/exports/counted-at.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { advanceReturn } from "./exports/advance-return.js";
import type { LockedReturn } from "./exports/lock-return.js";
import { settleReturn } from "./exports/settle-return.js";

/** The job that has a label printed: the carrier is never called inside a transaction. */
export const labelTask = "return.printLabel";

/**
 * Approves, and does what follows: pays at once where it need not come back, has a label printed, or
 * gives the instructions.
 */
export async function approveReturnAs(
  unit: UnitOfWork,
  given: LockedReturn,
  event: EventKind,
  {
    command = "approve",
    rule = null,
  }: {
    command?: "approve" | "ruleReturn";
    /** The rule that approved it at once. */
    rule?: ReturnRule | null;
  } = {},
): Promise<void> {
  const { request } = given;
  const { id: returnId, orderId } = request;
  // Whoever asked, it is the rules that approve at once.
  const actor = event === "return.approvedAtOnce" ? systemActor : unit.actor;
  const printed = request.method === "LABEL" && !request.returnless;
  await advanceReturn(unit, request, command, {
    decidedAt: unit.now,
    decidedBy: actor.kind,
    dueAt: printed ? returnDeadlines.labelBy(unit.now) : null,
  });
  const data = rule === null ? {} : { rule };
  await recordEvent(unit, { orderId, kind: event, returnId, actor, data });
  if (request.returnless) {
    await recordEvent(unit, { orderId, kind: "return.returnless", returnId, actor: systemActor });
    await settleReturn(unit, given, "refundOnly");
  } else if (request.method === "LABEL") {
    await enqueue(unit.manager, labelTask, { id: returnId }, { key: `${labelTask}:${returnId}` });
  } else {
    await instruct(unit, given);
  }
}

/** From now on the buyer has the time the policy gives to send it. */
export async function instruct(
  unit: UnitOfWork,
  { request, policy, locked }: LockedReturn,
): Promise<void> {
  const dueAt = returnDeadlines.sendBy(
    policy.rules,
    countedAt(locked.order, marketplaceOf(unit.manager)),
    unit.now,
  );
  await advanceReturn(unit, request, "instruct", { dueAt });
  const { id: returnId, orderId } = request;
  const actor = systemActor;
  await recordEvent(unit, { orderId, kind: "return.instructed", returnId, actor });
}
