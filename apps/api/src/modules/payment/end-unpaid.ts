import { addHours } from "@makegood/domain/calendar/calendar";
import { requestCancellation } from "#modules/cancellation/exports/request-cancellation.js";
import { advanceOrder } from "#modules/order/exports/advance-order.js";
import { lockOrder, lockPayments } from "#modules/order/exports/lock-order.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { paymentDeadline } from "#modules/order/exports/payment-deadline.js";
import type { Providers } from "#modules/refund/exports/providers.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { runCommand } from "#platform/commands/run-command.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { beginRelease } from "./exports/begin-payment-steps.js";
import { readOrderMoney } from "./exports/read-order-money.js";
import { askAboutPayment } from "./send-payment-step.js";

/** The time for paying is over: the provider is asked once more, and only then does the order end. */
export async function paymentFellDue(
  platform: Platform,
  providers: Providers,
  orderId: string,
  dueAt: Date | undefined,
): Promise<void> {
  const payments = await platform.database.manager.findBy(PaymentEntity, { orderId });
  for (const { id } of payments) await askAboutPayment(platform, providers, id);
  await runCommand(platform, {
    name: "endUnpaidOrder",
    actor: systemActor,
    at: dueAt,
    idempotencyKey: null,
    input: { orderId },
    orderId,
    work: (unit) => endUnpaid(unit, orderId),
  });
}

async function endUnpaid(
  unit: UnitOfWork,
  orderId: string,
): Promise<Outcome<Record<string, unknown>>> {
  const { manager, now } = unit;
  const locked = await lockOrder(manager, null, orderId);
  if (!locked) return refuse({ kind: "NotFound", what: "order" });
  const { order } = locked;
  const payments = await lockPayments(manager, order.purchaseId);
  const { money } = await readOrderMoney(manager, order, payments);
  if (money.kind === "UNDER_WAY") {
    await setDeadline(manager, paymentDeadline, orderId, addHours(now, 1));
    return done({ orderId });
  }
  if (money.kind === "CAPTURE_FAILED" && order.status !== "PENDING_PAYMENT") {
    return requestCancellation(unit, null, {
      orderId,
      units: null,
      reasonCode: null,
      note: "It could not be charged.",
      quoteId: null,
      kind: "PLATFORM",
    });
  }
  if (order.status !== "PENDING_PAYMENT") return done({ orderId });
  await advanceOrder(manager, order, "expirePayment");
  await recordEvent(unit, { orderId, kind: "order.expired" });
  await beginRelease(unit, await readOrderMoney(manager, order, payments));
  return done({ orderId });
}
