import { awaitedUntil } from "@makegood/domain/case/awaited";
import { caseMachine, openCaseStatuses } from "@makegood/domain/case/case-machine";
import type { DisputeStatus } from "@makegood/domain/dispute/dispute-machine";
import { decideTransition } from "@makegood/domain/machine/machine";
import { CaseEntity } from "#modules/case/exports/case.entity.js";
import { openMatters } from "#modules/case/exports/open-matters.js";
import {
  endWait,
  followResolved,
  updateCase,
  waitUntil,
} from "#modules/case/exports/update-case.js";
import { targetOf } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { marketplaceOf } from "#platform/marketplace.js";
import type { DisputeEntity } from "./exports/dispute.entity.js";

/** What the case of a dispute waits for while the dispute stands so. */
const commandFor: Partial<Record<DisputeStatus, "askSeller" | "resume" | "hold">> = {
  AWAITING_SELLER_RESPONSE: "askSeller",
  UNDER_REVIEW: "resume",
  APPEAL_WINDOW: "hold",
};

/**
 * A dispute has dates of its own, and its case stands in the inbox by them: with the seller, with
 * support until it rules, on hold while the ruling can be appealed. Once it is final the case is
 * resolved by its ruling, unless something else of the order is open.
 */
export async function followInCase(
  unit: UnitOfWork,
  { caseId, status, dueAt }: Pick<DisputeEntity, "caseId" | "status" | "dueAt">,
): Promise<void> {
  const { manager } = unit;
  const support = await manager.findOneByOrFail(CaseEntity, { id: caseId });
  if (!openCaseStatuses.some((open) => open === support.status)) return;
  const command = commandFor[status];
  await endWait(unit, support);
  if (command) {
    const step = decideTransition(caseMachine, support.status, command);
    const own = command === "resume";
    await updateCase(unit, support, {
      status: step.allowed ? step.to : support.status,
      replyBy: own ? dueAt : null,
      waitsUntil: own ? null : dueAt,
    });
  } else if ((await openMatters(manager, support.orderId)).length > 0) {
    const until = awaitedUntil("PROVIDER", marketplaceOf(manager).calendar, unit.now);
    await updateCase(unit, support, { waitsUntil: until, replyBy: null });
    if (until) await waitUntil(unit, support, until);
  } else {
    const resolved = targetOf(caseMachine, support.status, "resolve");
    const ended = { replyBy: null, waitsUntil: null, resolvedAt: unit.now };
    await updateCase(unit, support, { status: resolved, ...ended });
    await followResolved(unit, support);
    await recordEvent(unit, { orderId: support.orderId, kind: "case.resolved", caseId });
  }
}
