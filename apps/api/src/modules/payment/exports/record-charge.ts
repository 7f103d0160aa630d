import { assert } from "@makegood/domain/assert";
import { decideTransition } from "@makegood/domain/machine/machine";
import type { PaymentStepKind } from "@makegood/domain/payment/order-money";
import { paymentMachine } from "@makegood/domain/payment/payment-machine";
import { lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentOfCharge } from "#modules/order/exports/payment-of-charge.js";
import type { ProviderCharge } from "#modules/refund/exports/refund-provider.js";
import { done } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { providerActor } from "#platform/identity/actor.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { settleOrderMoney } from "../settle-order-money.js";
import { checkStepDeadline } from "./begin-payment-steps.js";
import { PaymentStepEntity } from "./payment-step.entity.js";

/** What each state at the provider is to us: a command of the payment's machine. */
const commands = { authorized: "authorize", captured: "capture", voided: "void" } as const;

/**
 * Records how a payment stands at its provider. Answers, webhooks and our own asking all come here,
 * in any order and any number: only what is news changes anything.
 */
export async function recordCharge(platform: Platform, said: ProviderCharge): Promise<void> {
  const { status } = said;
  if (status === "pending") return;
  const known = await paymentOfCharge(platform.database.manager, said);
  await record(platform, known, { ...said }, async (unit, payment) => {
    const wrong =
      said.currency !== payment.currency || said.capturedMinor > payment.authorizedMinor;
    const step = decideTransition(paymentMachine, payment.state, commands[status]);
    if (wrong || !step.allowed) {
      const same = !wrong && payment.state === status.toUpperCase();
      if (!same) platform.log.error({ paymentId: payment.id, status }, "the charge is not ours");
      return false;
    }
    payment.state = step.to;
    payment.capturedMinor = said.capturedMinor;
    payment.authorizedUntil = said.authorizedUntil ?? payment.authorizedUntil;
    const { id, state, capturedMinor, authorizedUntil } = payment;
    await unit.manager.update(PaymentEntity, { id }, { state, capturedMinor, authorizedUntil });
    if (status === "captured") await settleSteps(unit, id, "CAPTURE", "charge_captured");
    if (status === "voided") await settleSteps(unit, id, "VOID", "authorization_expired");
    return true;
  });
}

/** Records that the provider surely did not do what a step asked for. */
export async function recordStepRefusal(
  platform: Platform,
  stepId: string,
  reason: string,
): Promise<void> {
  const { manager } = platform.database;
  const step = await manager.findOneByOrFail(PaymentStepEntity, { id: stepId });
  const payment = await manager.findOneBy(PaymentEntity, { id: step.paymentId });
  await record(platform, payment, { stepId, reason }, async (unit) => {
    const { affected } = await unit.manager.update(
      PaymentStepEntity,
      { id: stepId, status: "OPEN" },
      { status: "FAILED", failureReason: reason, settledAt: unit.now },
    );
    await settleDeadline(unit.manager, checkStepDeadline, stepId, unit.now);
    return affected === 1;
  });
}

/** What was open has come to its end: what it asked for happened, or the opposite did. */
async function settleSteps(
  { manager, now }: UnitOfWork,
  paymentId: string,
  happened: PaymentStepKind,
  otherwise: string,
): Promise<void> {
  const step = await manager.findOneBy(PaymentStepEntity, { paymentId, status: "OPEN" });
  if (!step) return;
  const succeeded = step.kind === happened;
  await manager.update(
    PaymentStepEntity,
    { id: step.id },
    {
      status: succeeded ? "SUCCEEDED" : "FAILED",
      failureReason: succeeded ? null : otherwise,
      settledAt: now,
    },
  );
  await settleDeadline(manager, checkStepDeadline, step.id, now);
}

/** Under the order's lock and its payments', changes one of these and then settles the order. */
async function record(
  platform: Platform,
  known: PaymentEntity | null,
  said: Record<string, unknown>,
  change: (unit: UnitOfWork, payment: PaymentEntity) => Promise<boolean>,
): Promise<void> {
  const { orderId } = known ?? {};
  // Money that was captured at checkout is no order's own, and nothing about it is settled here.
  if (!known || !orderId) return;
  await runCommand(platform, {
    name: "recordPaymentOutcome",
    actor: providerActor,
    idempotencyKey: null,
    input: { paymentId: known.id, ...said },
    orderId,
    work: async (unit) => {
      const locked = await lockOrder(unit.manager, null, orderId);
      assert(locked !== null, "a payment's order is never deleted");
      const payments = await lockPayments(unit.manager, locked.order.purchaseId);
      const payment = payments.find(({ id }) => id === known.id);
      assert(payment !== undefined, "a payment belongs to its order's purchase");
      if (await change(unit, payment)) await settleOrderMoney(unit, locked, payments, payment.id);
      return done({});
    },
  });
}
