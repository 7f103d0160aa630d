import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import { OutcomeUnknown } from "#modules/refund/exports/refund-provider.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Platform } from "#platform/platform.js";
import { checkStepDeadline } from "./exports/begin-payment-steps.js";
import { PaymentStepEntity } from "./exports/payment-step.entity.js";
import { recordCharge, recordStepRefusal } from "./exports/record-charge.js";

const shortestWaitMs = 10_000;
const longestWaitMs = 3_600_000;

/**
 * Sends an open step: its key was committed with it, no transaction is open while the provider is
 * called, and what it says is recorded in one of its own. Sent again, it has the same key.
 */
export async function sendPaymentStep(
  platform: Platform,
  providers: Providers,
  stepId: string,
): Promise<void> {
  const { manager } = platform.database;
  const step = await manager.findOneBy(PaymentStepEntity, { id: stepId, status: "OPEN" });
  if (!step) return;
  const payment = await manager.findOneByOrFail(PaymentEntity, { id: step.paymentId });
  const collector = providerOf(providers, payment.provider).collector;
  const chargeId = payment.providerChargeId;
  if (chargeId === null) return recordStepRefusal(platform, stepId, "charge_unknown");
  if (!collector) return recordStepRefusal(platform, stepId, "not_supported");
  const { amountMinor, providerKey: key, createdAt: openedAt } = step;
  const { currency } = payment;
  const answer =
    step.kind === "CAPTURE"
      ? await collector.capture({ chargeId, amountMinor, currency, key, openedAt })
      : await collector.release({ chargeId, key, openedAt });
  if (answer.kind === "DONE") return recordCharge(platform, answer.charge);
  // Refused because it already is otherwise there: what it is there comes first.
  const found = await collector.find(chargeId);
  if (found) await recordCharge(platform, found);
  await recordStepRefusal(platform, stepId, answer.reason);
}

/** Asks about a step that is still open, since webhooks get lost; then sends it again. */
export async function checkPaymentStep(
  platform: Platform,
  providers: Providers,
  stepId: string,
): Promise<void> {
  const { manager } = platform.database;
  const step = await manager.findOneBy(PaymentStepEntity, { id: stepId, status: "OPEN" });
  if (!step) return;
  const now = platform.clock.now();
  const waited = now.getTime() - step.createdAt.getTime();
  const wait = Math.min(Math.max(shortestWaitMs, waited / 2), longestWaitMs);
  await setDeadline(manager, checkStepDeadline, stepId, new Date(now.getTime() + wait));
  await askAboutPayment(platform, providers, step.paymentId);
  await sendPaymentStep(platform, providers, stepId);
}

/** Asks the provider how a payment stands, and records it. Silence of the provider is no news. */
export async function askAboutPayment(
  platform: Platform,
  providers: Providers,
  paymentId: string,
): Promise<void> {
  const payment = await platform.database.manager.findOneByOrFail(PaymentEntity, { id: paymentId });
  if (payment.providerChargeId === null) return;
  try {
    const collector = providerOf(providers, payment.provider).collector;
    const found = await collector?.find(payment.providerChargeId);
    if (found) await recordCharge(platform, found);
  } catch (error) {
    if (!(error instanceof OutcomeUnknown)) throw error;
    platform.log.warn({ err: error, paymentId }, "the provider could not be asked");
  }
}
