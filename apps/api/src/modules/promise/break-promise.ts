import { assert } from "@makegood/domain/assert";
import { calendarFor } from "@makegood/domain/calendar/calendars";
import { expectAgain } from "@makegood/domain/promise/promise-cause";
import {
  highestLevel,
  leadFromLevel,
  waitingStates,
} from "@makegood/domain/promise/service-promise";
import { assignCaseTo } from "#modules/case/exports/assign-case.js";
import { PersonEntity } from "#modules/identity/exports/person.entity.js";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { RefundEntity } from "#modules/refund/exports/refund.entity.js";
import { done, type Outcome } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { marketplaceOf } from "#platform/marketplace.js";
import { dueDeadline, followIn, tellOfRisk } from "./exports/follow-promises.js";
import { ServicePromiseEntity } from "./exports/service-promise.entity.js";
import { idleLead } from "./idle-lead.js";

/** A promise that somebody still waits for, as it stands now; null where nobody does. */
async function stillWaiting(
  unit: UnitOfWork,
  promiseId: string,
): Promise<ServicePromiseEntity | null> {
  const { manager, now } = unit;
  const found = await manager.findOneBy(ServicePromiseEntity, { id: promiseId });
  if (!found) return null;
  await followIn(manager, found.orderId, now);
  const promise = await manager.findOneByOrFail(ServicePromiseEntity, { id: promiseId });
  return waitingStates.includes(promise.state) ? promise : null;
}

/** Most of its time has passed: it is put before an agent. */
export async function riskPromise(unit: UnitOfWork, promiseId: string): Promise<Outcome<object>> {
  const promise = await stillWaiting(unit, promiseId);
  if (promise?.state !== "OPEN") return done({});
  await unit.manager.update(ServicePromiseEntity, { id: promiseId }, { state: "AT_RISK" });
  const { orderId, cause } = promise;
  if (cause) await tellOfRisk(unit.manager, orderId, { ...promise, cause }, unit.now);
  return done({});
}

/**
 * The date has passed. The promise stays as it was made, with a new date beside it; it rises a level,
 * from some level on to a lead. The buyer is told once why, that we are sorry, and what is expected
 * now: again only where the cause has changed, not each time the new date passes, too.
 */
export async function breakPromise(unit: UnitOfWork, promiseId: string): Promise<Outcome<object>> {
  const promise = await stillWaiting(unit, promiseId);
  if (!promise) return done({});
  const { manager, now } = unit;
  const { orderId, refundId, caseId, kind, cause, promisedBy } = promise;
  assert(cause !== null, "what is waited for has a cause");
  const locked = await lockOrder(manager, null, orderId);
  assert(locked !== null, "a promise is about an order");
  const calendar = refundId
    ? calendarFor((await policyOf(manager, locked.order)).rules.country)
    : marketplaceOf(manager).calendar;
  const missedBefore = promise.escalationLevel;
  const expectedBy = expectAgain(cause, calendar, now, missedBefore);
  const escalationLevel = Math.min(highestLevel, promise.escalationLevel + 1);
  const lead = escalationLevel >= leadFromLevel[kind] ? await idleLead(manager, promise) : null;
  await manager.update(
    ServicePromiseEntity,
    { id: promiseId },
    {
      state: "BROKEN",
      decidedAt: promisedBy,
      expectedBy,
      escalationLevel,
      ...(lead ? { assigneeId: lead } : {}),
    },
  );
  if (refundId)
    await manager.update(RefundEntity, { id: refundId }, { newlyExpectedBy: expectedBy });
  if (caseId && lead && lead !== promise.assigneeId) {
    await assignCaseTo(manager, caseId, lead);
    const { name } = await manager.findOneByOrFail(PersonEntity, { id: lead });
    const released = promise.assigneeId === null ? {} : { releasedId: promise.assigneeId };
    const data = { assignee: name, assigneeId: lead, ...released };
    await recordEvent(unit, { orderId, kind: "case.assigned", caseId, data });
  }
  if (caseId) {
    // The case shows the new date to all, and keeps its place among what is late.
    await manager.query(
      `UPDATE cases SET reply_by = $2, late_since = COALESCE(late_since, reply_by)
       WHERE id = $1 AND reply_by IS NOT NULL`,
      [caseId, expectedBy],
    );
  }
  await setDeadline(manager, dueDeadline, promiseId, expectedBy);
  const data = {
    promisedBy: (promise.expectedBy ?? promisedBy).toISOString(),
    expectedBy: expectedBy.toISOString(),
    cause,
  };
  const event = refundId ? ("refund.late" as const) : ("case.late" as const);
  if (missedBefore > 0 && (await lastTold(unit, event, promise)) === cause) return done({});
  await recordEvent(unit, { orderId, kind: event, refundId, caseId, data });
  return done({});
}

/** The cause that people were last told of; null where they were not. */
async function lastTold(
  { manager }: UnitOfWork,
  kind: "refund.late" | "case.late",
  { orderId, refundId, caseId, madeAt }: ServicePromiseEntity,
): Promise<string | null> {
  const [row]: { cause: string | null }[] = await manager.query(
    `SELECT data->>'cause' AS cause FROM timeline_events
     WHERE order_id = $1 AND kind = $2 AND (refund_id = $3 OR case_id = $4) AND at >= $5
     ORDER BY seq DESC LIMIT 1`,
    [orderId, kind, refundId, caseId, madeAt],
  );
  return row?.cause ?? null;
}
