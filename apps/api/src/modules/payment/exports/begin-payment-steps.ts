import { assert } from "@makegood/domain/assert";
import type { PaymentStepKind } from "@makegood/domain/payment/order-money";
import { planCapture } from "@makegood/domain/payment/plan-capture";
import type { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { newId } from "#platform/ids.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import { PaymentStepEntity } from "./payment-step.entity.js";
import { enqueueStep } from "./payment-step-jobs.js";
import type { CollectedOrder } from "./read-order-money.js";

/** The deadline at which the provider is asked what became of an open step. */
export const checkStepDeadline = "payment.check";
const firstCheckMs = 10_000;

/** Takes what is due of an order's authorised payments; what is not needed of them is given back. */
export async function beginCapture(unit: UnitOfWork, collected: CollectedOrder): Promise<void> {
  const { order, payments, dueMinor } = collected;
  const taken = payments.reduce((sum, payment) => sum + payment.capturedMinor, 0);
  const held = payments.filter(({ state }) => state === "AUTHORIZED");
  const plan = planCapture(
    Math.max(0, dueMinor - taken),
    held.map(({ id, authorizedMinor }) => ({ paymentId: id, authorizedMinor })),
  );
  for (const { paymentId, amountMinor } of plan) {
    const payment = held.find(({ id }) => id === paymentId);
    assert(payment !== undefined, "only payments of the order are planned for");
    if (amountMinor > 0) await openStep(unit, collected, payment, "CAPTURE", amountMinor);
    else await openStep(unit, collected, payment, "VOID", payment.authorizedMinor);
  }
  const data = { amountMinor: dueMinor - taken, currency: order.currency };
  const actor = systemActor;
  await recordEvent(unit, { orderId: order.id, kind: "payment.captureBegun", data, actor });
}

/** Gives back whatever of an order's payments is still held, or calls off what is still asked for. */
export async function beginRelease(unit: UnitOfWork, collected: CollectedOrder): Promise<void> {
  const { order, payments } = collected;
  const held = payments.filter(({ state }) => state === "AUTHORIZED" || state === "PENDING");
  for (const payment of held) {
    await openStep(unit, collected, payment, "VOID", payment.authorizedMinor);
  }
  const actor = systemActor;
  if (held.length > 0) {
    await recordEvent(unit, { orderId: order.id, kind: "payment.voidBegun", actor });
  }
}

async function openStep(
  { manager, now }: UnitOfWork,
  { order, steps }: CollectedOrder,
  payment: PaymentEntity,
  kind: PaymentStepKind,
  amountMinor: number,
): Promise<void> {
  const id = newId("paymentStep");
  await manager.insert(PaymentStepEntity, {
    id,
    paymentId: payment.id,
    orderId: order.id,
    number: steps.filter(({ paymentId }) => paymentId === payment.id).length + 1,
    kind,
    amountMinor,
    providerKey: id,
    status: "OPEN",
    failureReason: null,
    createdAt: now,
    settledAt: null,
  });
  await enqueueStep(manager, id);
  await setDeadline(manager, checkStepDeadline, id, new Date(now.getTime() + firstCheckMs));
}
