import { assert } from "@makegood/domain/assert";
import { heldByChargeback } from "#modules/chargeback/exports/held-by-chargeback.js";
import { lockPayments } from "#modules/order/exports/lock-order.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { activeStop, holdStops } from "#modules/stop/exports/active-stop.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { advanceRefund } from "./advance-refund.js";
import { askProvider } from "./ask-provider.js";
import { checkDeadline } from "./check-deadline.js";
import { type Providers, providerOf } from "./exports/providers.js";
import { RefundEntity } from "./exports/refund.entity.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { OutcomeUnknown } from "./exports/refund-provider.js";
import { type LockedRefund, lockRefund } from "./lock-refund.js";
import { recordOutcome, recordRefusal } from "./record-outcome.js";
import { goOnAfterChargeback, waitForChargeback } from "./wait-for-chargeback.js";
import { goOn, waitForStop } from "./wait-for-stop.js";

/**
 * Sends a refund to the provider: first the attempts and their keys are committed, then the provider
 * is called with no transaction open, then what it said is recorded in a transaction of its own. A
 * crash anywhere in between leaves an open attempt, which the next run finds and sends again with
 * the same key. A stop switch is asked before the attempts are made, and again before each call.
 */
export async function submitRefund(
  platform: Platform,
  providers: Providers,
  refundId: string,
): Promise<void> {
  const begun = await runCommand<{ stopped: boolean }>(platform, {
    name: "submitRefund",
    actor: systemActor,
    idempotencyKey: null,
    input: { refundId },
    work: async (unit) => {
      const found = await lockRefund(unit.manager, null, refundId);
      return done({ stopped: found ? await openAttempts(platform, unit, found) : true });
    },
  });
  if (!begun.ok || begun.answer.stopped) return;

  const open = await platform.database.manager.find(RefundAttemptEntity, {
    where: { refundId, status: "OPEN" },
    order: { id: "ASC" },
  });
  let unknown: unknown = null;
  for (const attempt of open) {
    if (await isStopped(platform, attempt)) return submitRefund(platform, providers, refundId);
    try {
      await send(platform, providers, attempt);
    } catch (error) {
      if (!(error instanceof OutcomeUnknown)) throw error;
      unknown = error;
    }
  }
  // The job runner tries again, later and later; the attempts keep their keys.
  if (unknown) throw unknown;
}

/** Whether a switch was set since the attempts were made: the next look makes the refund wait. */
async function isStopped(platform: Platform, attempt: RefundAttemptEntity): Promise<boolean> {
  const { manager } = platform.database;
  const { shopId } = await manager.findOneByOrFail(RefundEntity, { id: attempt.refundId });
  return (await activeStop(manager, shopId, [attempt.provider])) !== null;
}

/** True where there is nothing to send, or a switch holds it back. */
async function openAttempts(
  platform: Platform,
  unit: UnitOfWork,
  { locked, refund, allocations }: LockedRefund,
): Promise<boolean> {
  const { manager, now } = unit;
  if (!["APPROVED", "PROCESSING"].includes(refund.status)) return true;
  const toSend = allocations.filter(({ status }) => ["PENDING", "PROCESSING"].includes(status));
  if (toSend.length === 0) return true;
  const payments = await lockPayments(manager, locked.order.purchaseId);
  await holdStops(manager);
  const stop = await activeStop(manager, refund.shopId, providersOf(payments, toSend));
  if (stop) {
    await waitForStop(unit, refund, stop.until);
    return true;
  }
  await goOn(unit, refund);
  const pending = toSend.filter(({ status }) => status === "PENDING");
  const wanted = new Map(pending.map(({ paymentId, amountMinor }) => [paymentId, amountMinor]));
  const held = await heldByChargeback(manager, payments, wanted);
  const waiting = pending.filter(({ paymentId }) => !held.has(paymentId));
  const [hold] = held.values();
  if (hold) await waitForChargeback(unit, refund, hold);
  else await goOnAfterChargeback(unit, refund);
  if (waiting.length === 0) return pending.length === toSend.length;
  if (refund.status === "APPROVED") {
    await advanceRefund(manager, refund, "submit", { submittedAt: now });
  }
  for (const allocation of waiting) {
    const payment = payments.find(({ id }) => id === allocation.paymentId);
    assert(payment !== undefined, "an allocation goes to a payment of its purchase");
    const earlier = await manager.countBy(RefundAttemptEntity, { allocationId: allocation.id });
    const id = newId("refundAttempt");
    await manager.insert(RefundAttemptEntity, {
      id,
      allocationId: allocation.id,
      refundId: refund.id,
      number: earlier + 1,
      provider: payment.provider,
      providerKey: id,
      providerRefundId: null,
      status: "OPEN",
      needsAction: false,
      pendingReason: null,
      failureReason: null,
      createdAt: now,
      settledAt: null,
    });
    await manager.update(RefundAllocationEntity, { id: allocation.id }, { status: "PROCESSING" });
  }
  const amountMinor = waiting.reduce((sum, allocation) => sum + allocation.amountMinor, 0);
  await recordEvent(unit, {
    orderId: refund.orderId,
    kind: "refund.submitted",
    refundId: refund.id,
    cancellationId: refund.cancellationId,
    data: { amountMinor, currency: refund.currency },
  });
  const checkAt = new Date(now.getTime() + platform.config.refundCheckSeconds * 1000);
  await setDeadline(manager, checkDeadline, refund.id, checkAt);
  return false;
}

const providersOf = (payments: PaymentEntity[], allocations: RefundAllocationEntity[]) => [
  ...new Set(
    payments
      .filter(({ id }) => allocations.some(({ paymentId }) => paymentId === id))
      .map(({ provider }) => provider),
  ),
];

async function send(
  platform: Platform,
  providers: Providers,
  attempt: RefundAttemptEntity,
): Promise<void> {
  const { manager } = platform.database;
  const allocation = await manager.findOneByOrFail(RefundAllocationEntity, {
    id: attempt.allocationId,
  });
  const payment = await manager.findOneByOrFail(PaymentEntity, { id: allocation.paymentId });
  if (payment.providerChargeId === null) {
    return recordRefusal(platform, attempt.id, "charge_unknown");
  }
  if (attempt.providerRefundId !== null) {
    // It is there already: a provider that forgot the key would make another one.
    await askProvider(platform, providers, attempt);
    return;
  }
  const answer = await providerOf(providers, attempt.provider).createRefund({
    chargeId: payment.providerChargeId,
    amountMinor: allocation.amountMinor,
    currency: payment.currency,
    reference: attempt.id,
    openedAt: attempt.createdAt,
    key: attempt.providerKey,
  });
  if (answer.kind === "MADE") return recordOutcome(platform, answer.refund);
  return recordRefusal(platform, attempt.id, answer.reason);
}
