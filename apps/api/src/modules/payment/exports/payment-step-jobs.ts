import type { EntityManager } from "typeorm";
import { type NamedCharge, paymentOfCharge } from "#modules/order/exports/payment-of-charge.js";
import { enqueue } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";
import { PaymentStepEntity } from "./payment-step.entity.js";

/** The job that sends a step to the provider. */
export const sendStepTask = "payment.send";

/** Has a step sent, in the caller's transaction. */
export const enqueueStep = (manager: EntityManager, id: string): Promise<void> =>
  enqueue(manager, sendStepTask, { id }, { key: `${sendStepTask}:${id}` });

/**
 * Has what is open of a charge sent again, since its provider says that it fell back: what could not
 * be taken is then refused, and the order goes on from there.
 */
export async function sendOpenStep(platform: Platform, charge: NamedCharge): Promise<void> {
  const { manager } = platform.database;
  const payment = await paymentOfCharge(manager, charge);
  if (!payment) return;
  const step = await manager.findOneBy(PaymentStepEntity, {
    paymentId: payment.id,
    status: "OPEN",
  });
  if (step) await enqueueStep(manager, step.id);
}
