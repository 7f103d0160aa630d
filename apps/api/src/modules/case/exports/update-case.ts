import { addBusinessHours } from "@makegood/domain/calendar/calendar";
import { caseClosesAt } from "@makegood/domain/case/awaited";
import { caseMachine } from "@makegood/domain/case/case-machine";
import { type CaseTopic, firstReplyBusinessHours } from "@makegood/domain/case/case-topic";
import { targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { CaseEntity, sortsAt } from "./case.entity.js";

type Writes = Pick<UnitOfWork, "manager" | "now">;

/** The deadlines at which support looks again at a case that waits, and at which a resolved one closes. */
export const waitingDeadline = "case.waiting";
export const closeDeadline = "case.close";

/** Writes what changed of a case under its order's lock; its place in the inbox moves along. */
export async function updateCase(
  unit: Writes,
  support: CaseEntity,
  change: Partial<CaseEntity>,
): Promise<void> {
  Object.assign(support, change, { updatedAt: unit.now });
  // Once nothing is owed, nothing is late.
  if (support.replyBy === null) support.lateSince = null;
  const { updatedAt, lateSince } = support;
  const sortAt = sortsAt(support);
  support.sortAt = sortAt;
  await unit.manager.update(CaseEntity, { id: support.id }, {
    ...change,
    lateSince,
    sortAt,
    updatedAt,
  } as never);
}

/** By when support answers what is asked now. */
export function nextReplyBy({ manager, now }: Writes, { topic }: CaseEntity): Date {
  const hours = firstReplyBusinessHours[topic as CaseTopic];
  return addBusinessHours(marketplaceOf(manager).calendar, now, hours);
}

/** It waits for somebody until then, and is put before support again. */
export async function waitUntil(unit: Writes, support: CaseEntity, until: Date): Promise<void> {
  await setDeadline(unit.manager, waitingDeadline, support.id, until);
}

/** Nobody is waited for any more. */
export const endWait = (unit: Writes, support: CaseEntity): Promise<void> =>
  settleDeadline(unit.manager, waitingDeadline, support.id, unit.now);

/** What follows from its being resolved: nothing waits, and in a week it closes. */
export async function followResolved(unit: Writes, support: CaseEntity): Promise<void> {
  await endWait(unit, support);
  await setDeadline(unit.manager, closeDeadline, support.id, caseClosesAt(unit.now));
}

/** Whom it waited for has answered, or it is opened again: the clock of the next answer starts. */
export async function backToSupport(
  unit: Writes,
  support: CaseEntity,
  command: "resume" | "reopen",
): Promise<void> {
  const replyBy = nextReplyBy(unit, support);
  const status = targetOf(caseMachine, support.status, command);
  await updateCase(unit, support, { status, replyBy, waitsUntil: null, resolvedAt: null });
  await endWait(unit, support);
  await settleDeadline(unit.manager, closeDeadline, support.id, unit.now);
}
