import { assert } from "@makegood/domain/assert";
import { move } from "@makegood/domain/ledger/move";
import { expectAtBank } from "@makegood/domain/refund/promise";
import type { EntityManager } from "typeorm";
import { CancellationEntity } from "#modules/cancellation/exports/cancellation.entity.js";
import { completeCancellation } from "#modules/cancellation/exports/complete-cancellation.js";
import { post } from "#modules/ledger/exports/post.js";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import { policyOf } from "#modules/policy/exports/policy-of-order.js";
import { ReturnEntity } from "#modules/return/exports/return.entity.js";
import { completeReturn } from "#modules/return/exports/settle-return.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { providerActor } from "#platform/identity/actor.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";
import { advanceRefund } from "./advance-refund.js";
import { checkDeadline } from "./check-deadline.js";
import { submitTask } from "./exports/create-refund.js";
import type { RefundEntity } from "./exports/refund.entity.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import { type LockedRefund, lockRefund } from "./lock-refund.js";

/** Faults of the provider that say nothing about the buyer's account: tried again by itself. */
const triedAgain = new Set(["provider_error"]);
const mostTries = 3;

interface Known {
  attempt: RefundAttemptEntity;
  allocation: RefundAllocationEntity;
  refund: LockedRefund;
}

/**
 * Records what the provider says about a refund. Its answer, its webhooks and our own asking all
 * come here, in any order and any number: only what is news changes anything.
 */
export function recordOutcome(platform: Platform, said: ProviderRefund): Promise<void> {
  return record(platform, { ...said }, async (unit, known) => {
    const { attempt, allocation, refund } = known;
    if (said.amountMinor !== allocation.amountMinor || said.currency !== refund.refund.currency) {
      platform.log.error({ attemptId: attempt.id }, "the provider's amount is not ours");
      return;
    }
    if (attempt.providerRefundId === null) {
      const { providerRefundId } = said;
      attempt.providerRefundId = providerRefundId;
      await unit.manager.update(RefundAttemptEntity, { id: attempt.id }, { providerRefundId });
    }
    if (said.status === "pending") return pending(unit, known, said.pendingReason);
    if (said.status === "requires_action") return pending(unit, known, said.status);
    const sent = said.status === "succeeded" || said.status === "reversed";
    if (attempt.status === "OPEN" && sent) await succeed(unit, known, said);
    else if (attempt.status === "OPEN") await fail(unit, known, said.failureReason ?? said.status);
    if (attempt.status === "SUCCEEDED" && sent) await keepTrace(unit, known, said);
    if (
      attempt.status === "SUCCEEDED" &&
      ["failed", "canceled", "reversed"].includes(said.status)
    ) {
      await reverse(unit, known, said.failureReason ?? "returned_by_bank");
    }
  });
}

/** Records that the provider surely made no refund. */
export function recordRefusal(
  platform: Platform,
  attemptId: string,
  reason: string,
): Promise<void> {
  return record(platform, { reference: attemptId, reason }, async (unit, known) => {
    if (known.attempt.status === "OPEN") await fail(unit, known, reason);
  });
}

async function record(
  platform: Platform,
  said: Pick<ProviderRefund, "reference"> & Partial<ProviderRefund> & { reason?: string },
  change: (unit: UnitOfWork, known: Known) => Promise<void>,
): Promise<void> {
  await runCommand(platform, {
    name: "recordRefundOutcome",
    actor: providerActor,
    idempotencyKey: null,
    input: { ...said },
    work: async (unit) => {
      const { manager } = unit;
      const found = await attemptOf(manager, said);
      const refund = found && (await lockRefund(manager, null, found.refundId));
      if (!refund) return done({});
      const attempt = await manager.findOneByOrFail(RefundAttemptEntity, { id: found.id });
      const allocation = refund.allocations.find(({ id }) => id === attempt.allocationId);
      assert(allocation !== undefined, "an attempt belongs to an allocation of its refund");
      await change(unit, { attempt, allocation, refund });
      return done({});
    },
  });
}

/** The attempt that is spoken of: by the id we gave it, else by the id that its provider gave. */
async function attemptOf(
  manager: EntityManager,
  { provider, reference, providerRefundId }: Parameters<typeof record>[1],
): Promise<RefundAttemptEntity | null> {
  const by = provider ? { provider } : {};
  const ours = reference
    ? await manager.findOneBy(RefundAttemptEntity, { id: reference, ...by })
    : null;
  if (ours || !provider || !providerRefundId) return ours;
  return manager.findOneBy(RefundAttemptEntity, { provider, providerRefundId });
}

const eventOf = ({ refund: { refund } }: Known) => ({
  orderId: refund.orderId,
  refundId: refund.id,
  cancellationId: refund.cancellationId,
  returnId: refund.returnId,
});

async function pending(unit: UnitOfWork, known: Known, reason: string | null): Promise<void> {
  const { attempt, refund } = known;
  if (attempt.status !== "OPEN" || attempt.pendingReason === reason) return;
  await unit.manager.update(RefundAttemptEntity, { id: attempt.id }, { pendingReason: reason });
  if (refund.refund.status !== "PROCESSING") return;
  await advanceRefund(unit.manager, refund.refund, "keepPending", { pendingReason: reason });
  if (reason !== "processing") {
    await recordEvent(unit, { ...eventOf(known), kind: "refund.pending", reason });
  }
}

async function succeed(unit: UnitOfWork, known: Known, said: ProviderRefund): Promise<void> {
  const { attempt, allocation, refund } = known;
  await settle(unit, attempt, { status: "SUCCEEDED" });
  const trace = { traceType: said.trace?.type ?? null, traceValue: said.trace?.value ?? null };
  await setAllocation(unit, allocation, { status: "SUCCEEDED", ...trace });
  await posted(unit, known, "REFUND_PAID");
  if (refund.refund.status === "PROCESSING") await conclude(unit, known, null);
}

/** Networks give their reference days after they took the money. */
async function keepTrace(unit: UnitOfWork, known: Known, said: ProviderRefund): Promise<void> {
  const { allocation } = known;
  if (!said.trace || allocation.traceValue === said.trace.value) return;
  const trace = { traceType: said.trace.type, traceValue: said.trace.value };
  await setAllocation(unit, allocation, trace);
  await recordEvent(unit, { ...eventOf(known), kind: "refund.traced" });
}

async function fail(unit: UnitOfWork, known: Known, reason: string): Promise<void> {
  const { attempt, allocation, refund } = known;
  await settle(unit, attempt, { status: "FAILED", failureReason: reason });
  if (triedAgain.has(reason) && attempt.number < mostTries) {
    await setAllocation(unit, allocation, { status: "PENDING" });
    const { id } = refund.refund;
    await enqueue(unit.manager, submitTask, { id }, { key: `${submitTask}:${id}` });
    return;
  }
  await setAllocation(unit, allocation, { status: "FAILED" });
  if (refund.refund.status === "PROCESSING") await conclude(unit, known, reason);
}

async function reverse(unit: UnitOfWork, known: Known, reason: string): Promise<void> {
  const { attempt, allocation, refund } = known;
  await settle(unit, attempt, { status: "REVERSED", failureReason: reason });
  await setAllocation(unit, allocation, { status: "REVERSED" });
  await posted(unit, known, "REFUND_REVERSED");
  const { status } = refund.refund;
  if (status !== "SUCCEEDED" && status !== "PROCESSING") return;
  await advanceRefund(unit.manager, refund.refund, "reverse", { failureReason: reason });
  await recordEvent(unit, { ...eventOf(known), kind: "refund.reversed", reason });
}

/** Once no part is under way any more, the refund is what its parts came to. */
async function conclude(unit: UnitOfWork, known: Known, reason: string | null): Promise<void> {
  const { refund, allocations } = known.refund;
  const has = (status: string) => allocations.some((allocation) => allocation.status === status);
  if (has("PENDING") || has("PROCESSING")) return;
  await settleDeadline(unit.manager, checkDeadline, refund.id, unit.now);
  if (has("FAILED")) {
    const failureReason = reason ?? "unknown";
    await advanceRefund(unit.manager, refund, "fail", { failureReason, pendingReason: null });
    await recordEvent(unit, { ...eventOf(known), kind: "refund.failed", reason: failureReason });
    return;
  }
  const expectedAtBankBy = await atBankBy(unit, known);
  const also = {
    succeededAt: unit.now,
    expectedAtBankBy,
    pendingReason: null,
    failureReason: null,
  };
  await advanceRefund(unit.manager, refund, "succeed", also);
  const data = { amountMinor: refund.amountMinor, currency: refund.currency };
  await recordEvent(unit, { ...eventOf(known), kind: "refund.succeeded", data });
  await completeWhatItWasFor(unit, refund);
}

async function completeWhatItWasFor(unit: UnitOfWork, refund: RefundEntity): Promise<void> {
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

async function atBankBy(unit: UnitOfWork, { refund }: Known): Promise<Date> {
  const { order } = refund.locked;
  const { rules } = await policyOf(unit.manager, order);
  const payments = await lockPayments(unit.manager, order.purchaseId);
  const methods = payments
    .filter(({ id }) => refund.allocations.some(({ paymentId }) => paymentId === id))
    .map(({ method }) => method);
  return expectAtBank(rules, unit.now, methods);
}

async function settle(
  unit: UnitOfWork,
  attempt: RefundAttemptEntity,
  to: Partial<RefundAttemptEntity>,
): Promise<void> {
  const change = { ...to, settledAt: unit.now, pendingReason: null };
  Object.assign(attempt, change);
  await unit.manager.update(RefundAttemptEntity, { id: attempt.id }, change);
}

async function setAllocation(
  unit: UnitOfWork,
  allocation: RefundAllocationEntity,
  to: Partial<RefundAllocationEntity>,
): Promise<void> {
  Object.assign(allocation, to);
  await unit.manager.update(RefundAllocationEntity, { id: allocation.id }, to);
}

function posted(
  unit: UnitOfWork,
  { attempt, allocation, refund: { refund } }: Known,
  kind: "REFUND_PAID" | "REFUND_REVERSED",
): Promise<void> {
  return post(unit.manager, {
    kind,
    reference: attempt.id,
    orderId: refund.orderId,
    refundId: refund.id,
    shopId: refund.shopId,
    currency: refund.currency,
    entries:
      kind === "REFUND_PAID"
        ? move(allocation.amountMinor, "REFUND_OWED", "PROVIDER_CLEARING")
        : move(allocation.amountMinor, "PROVIDER_CLEARING", "REFUND_OWED"),
    at: unit.now,
  });
}
