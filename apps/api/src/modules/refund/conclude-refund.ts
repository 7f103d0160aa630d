import { expectAtBank } from "@makegood/domain/refund/promise";
import { lookAgainAt, transferAtBankBy } from "@makegood/domain/repayment/payout-terms";
import { In, Not } from "typeorm";
import { CancellationEntity } from "#modules/cancellation/exports/cancellation.entity.js";
import { completeCancellation } from "#modules/cancellation/exports/complete-cancellation.js";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { ReturnEntity } from "#modules/return/exports/return.entity.js";
import { completeReturn } from "#modules/return/exports/settle-return.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { type NewEvent, recordEvent } from "#platform/events/record-event.js";
import { setDeadline, settleDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { advanceRefund } from "./advance-refund.js";
import { checkDeadline, watchDeadline } from "./check-deadline.js";
import { submitTask } from "./exports/create-refund.js";
import { RefundEntity } from "./exports/refund.entity.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import type { LockedRefund } from "./lock-refund.js";

/** What a refund's events name it by. */
export const eventOf = ({ orderId, id, cancellationId, returnId }: RefundEntity) => ({
  orderId,
  refundId: id,
  cancellationId,
  returnId,
});

/** Whether nothing of it is owed any more: each part is paid, or was let go of. */
export const isSettled = ({ allocations }: Pick<LockedRefund, "allocations">): boolean =>
  allocations.every(({ status }) => status === "SUCCEEDED" || status === "CANCELED");

export async function setAllocation(
  unit: UnitOfWork,
  allocation: RefundAllocationEntity,
  to: Partial<RefundAllocationEntity>,
): Promise<void> {
  Object.assign(allocation, to);
  await unit.manager.update(RefundAllocationEntity, { id: allocation.id }, to);
}

/** Once no part is under way any more, the refund is what its parts came to. */
export async function conclude(
  unit: UnitOfWork,
  known: LockedRefund,
  reason: string | null,
): Promise<void> {
  const { refund, allocations } = known;
  const has = (status: string) => allocations.some((allocation) => allocation.status === status);
  if (refund.status !== "PROCESSING" || has("PROCESSING")) return;
  if (has("PENDING")) {
    // What a bank holds of it is looked at again: it may be all that is left, or a part of it.
    const { id } = refund;
    await enqueue(unit.manager, submitTask, { id }, { key: `${submitTask}:${id}` });
    return;
  }
  await settleDeadline(unit.manager, checkDeadline, refund.id, unit.now);
  if (has("FAILED") || has("REVERSED")) {
    const back = has("REVERSED") ? "returned_by_bank" : "unknown";
    const failureReason = reason ?? refund.failureReason ?? back;
    await advanceRefund(unit.manager, refund, "fail", { failureReason, pendingReason: null });
    await recordEvent(unit, { ...eventOf(refund), kind: "refund.failed", reason: failureReason });
    return;
  }
  await succeeded(unit, known, "succeed", { expectedAtBankBy: await atBankBy(unit, known) });
}

interface Success {
  expectedAtBankBy: Date | null;
  /** How it is told, where it was not the payment's own way. */
  told?: Pick<NewEvent, "kind" | "actor" | "data">;
}

/** All of it is paid: that is told, what waited for it is complete, and the bank is watched for a while. */
export async function succeeded(
  unit: UnitOfWork,
  { refund }: LockedRefund,
  command: "succeed" | "succeedLate",
  { expectedAtBankBy, told }: Success,
): Promise<void> {
  const { manager, now } = unit;
  const { amountMinor, currency } = refund;
  const none = { pendingReason: null, failureReason: null, actionBy: null };
  await advanceRefund(manager, refund, command, { ...none, succeededAt: now, expectedAtBankBy });
  const lookAt = lookAgainAt(now, now);
  if (lookAt) await setDeadline(manager, watchDeadline, refund.id, lookAt);
  const event = told ?? { kind: "refund.succeeded", data: { amountMinor, currency } };
  await recordEvent(unit, { ...eventOf(refund), ...event });
  await completeWhatItWasFor(unit, refund);
}

/** What waited for the refund is complete, now that it is settled, and all that it was split from is. */
export async function completeWhatItWasFor(unit: UnitOfWork, refund: RefundEntity): Promise<void> {
  if (await isOtherOpen(unit, refund)) return;
  if (refund.returnId !== null) {
    const request = await unit.manager.findOneByOrFail(ReturnEntity, { id: refund.returnId });
    if (request.status === "REFUND_PENDING") await completeReturn(unit, request);
  }
  if (refund.cancellationId === null) return;
  const cancellation = await unit.manager.findOneByOrFail(CancellationEntity, {
    id: refund.cancellationId,
  });
  if (cancellation.status === "REFUNDING") await completeCancellation(unit, cancellation);
}

/** Whether another refund of the same return or cancellation is still owed. */
async function isOtherOpen({ manager }: UnitOfWork, refund: RefundEntity): Promise<boolean> {
  const { id, returnId, cancellationId } = refund;
  if (returnId === null && cancellationId === null) return false;
  const of = returnId !== null ? { returnId } : { cancellationId: cancellationId ?? "" };
  return manager.existsBy(RefundEntity, {
    ...of,
    id: Not(id),
    status: Not(In(["SUCCEEDED", "CANCELED"])),
  });
}

/** By when its slowest payment should show it. */
export async function atBankBy(
  unit: UnitOfWork,
  { locked: { order }, allocations }: LockedRefund,
): Promise<Date> {
  const { rules } = await policyOf(unit.manager, order);
  const payments = await lockPayments(unit.manager, order.purchaseId);
  const methods = payments
    .filter(({ id }) => allocations.some(({ paymentId }) => paymentId === id))
    .map(({ method }) => method);
  return expectAtBank(rules, unit.now, methods);
}

/** By when an account should show a transfer that its bank took. */
export async function atAccountBy(
  unit: UnitOfWork,
  { locked: { order } }: LockedRefund,
): Promise<Date> {
  const { rules } = await policyOf(unit.manager, order);
  return transferAtBankBy(rules, unit.now);
}
