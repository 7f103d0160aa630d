import { isTrouble } from "@makegood/domain/promise/promise-cause";
import { promiseState, riskAt, waitingStates } from "@makegood/domain/promise/service-promise";
import type { EntityManager } from "typeorm";
import { CaseEntity } from "#modules/case/exports/case.entity.js";
import { lockOrder } from "#modules/order/exports/lock-order.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { marketplaceOf } from "#platform/marketplace.js";
import type { Platform } from "#platform/platform.js";
import { type ReadPromise, readPromises } from "../read-promises.js";
import { ServicePromiseEntity } from "./service-promise.entity.js";

/** The deadlines at which a promise is looked at, and at which it is broken. */
export const riskDeadline = "promise.risk";
export const dueDeadline = "promise.due";

/**
 * Brings an order's promises up to what its refunds, requests and cases say now: begun, kept, late or
 * void. It only reads what is there, so it may run at any time, any number of times.
 */
export function followPromises(platform: Platform, orderId: string): Promise<void> {
  return platform.database.transaction((manager) =>
    followIn(manager, orderId, platform.clock.now()),
  );
}

/** The same in a transaction that goes on with what it found. */
export async function followIn(manager: EntityManager, orderId: string, now: Date): Promise<void> {
  const locked = await lockOrder(manager, null, orderId);
  if (!locked) return;
  const known = await manager.findBy(ServicePromiseEntity, { orderId });
  for (const read of await readPromises(manager, orderId, marketplaceOf(manager).calendar)) {
    const before = known.find((row) => row.kind === read.kind && row.subjectId === read.subjectId);
    if (before) await update(manager, before, read, now);
    else await begin(manager, locked.order, read, now);
  }
}

/** Agents are told of money at risk, in the order's timeline. */
export async function tellOfRisk(
  manager: EntityManager,
  orderId: string,
  { refundId, promisedBy, cause }: Pick<ReadPromise, "refundId" | "promisedBy" | "cause">,
  now: Date,
): Promise<void> {
  if (refundId === null) return;
  const unit = { manager, now, actor: systemActor };
  const data = { promisedBy: promisedBy.toISOString(), cause };
  await recordEvent(unit, { orderId, kind: "refund.atRisk", refundId, data });
}

function standing(read: ReadPromise, broken: boolean, now: Date): Partial<ServicePromiseEntity> {
  const state = promiseState(read, now, isTrouble(read.cause));
  const waits = waitingStates.includes(state);
  // Breaking is carried out and told by its own deadline, at its date; until then it is at risk.
  const shown = state === "BROKEN" && !broken ? "AT_RISK" : state;
  const decided = state === "KEPT" ? read.settledAt : state === "LATE" ? read.promisedBy : null;
  return {
    state: shown,
    cause: waits ? read.cause : null,
    settledAt: read.settledAt,
    decidedAt: broken && state !== "VOID" ? read.promisedBy : decided,
  };
}

/** A case and what was promised in it have one owner. */
async function ownerOfCase(manager: EntityManager, caseId: string): Promise<string | null> {
  const found = await manager.findOneByOrFail(CaseEntity, { id: caseId });
  return found.assigneeId;
}

async function begin(
  manager: EntityManager,
  order: { id: string; shopId: string },
  read: ReadPromise,
  now: Date,
): Promise<void> {
  const { kind, subjectId, refundId, caseId, method, provider, madeAt, promisedBy } = read;
  const id = newId("servicePromise");
  const stands = standing(read, false, now);
  await manager.insert(ServicePromiseEntity, {
    ...{ id, kind, subjectId, refundId, caseId, method, provider, madeAt, promisedBy },
    ...stands,
    orderId: order.id,
    shopId: order.shopId,
    expectedBy: null,
    assigneeId: caseId && (await ownerOfCase(manager, caseId)),
  });
  if (stands.state === "AT_RISK") await tellOfRisk(manager, order.id, read, now);
  // A seller's silence has an outcome and a reminder of its own.
  if (stands.cause === null || kind === "SELLER_ANSWER") return;
  await setDeadline(manager, riskDeadline, id, riskAt(madeAt, promisedBy));
  await setDeadline(manager, dueDeadline, id, promisedBy);
}

async function update(
  manager: EntityManager,
  before: ServicePromiseEntity,
  read: ReadPromise,
  now: Date,
): Promise<void> {
  const { id, kind } = before;
  const after = standing(read, before.escalationLevel > 0, now);
  // What is looked at stays so as long as somebody waits.
  if (before.state === "AT_RISK" && after.state === "OPEN") after.state = "AT_RISK";
  await manager.update(ServicePromiseEntity, { id }, after);
  if (after.state === "AT_RISK" && before.state !== "AT_RISK") {
    await tellOfRisk(manager, before.orderId, read, now);
  }
  const waited = waitingStates.includes(before.state);
  if (after.cause === null && waited) {
    await settleDeadline(manager, riskDeadline, id, now);
    await settleDeadline(manager, dueDeadline, id, now);
  }
  // Money that came back from the bank is owed again, by the promise that was made.
  if (after.cause !== null && !waited && kind !== "SELLER_ANSWER") {
    await setDeadline(manager, dueDeadline, id, read.promisedBy > now ? read.promisedBy : now);
  }
}
