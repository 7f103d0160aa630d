import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import { type Providers, providerOf } from "#modules/refund/exports/providers.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { Task } from "#platform/jobs/jobs.js";
import type { Platform } from "#platform/platform.js";
import { chargebackCheck } from "../check-chargeback.js";
import { ChargebackEntity } from "./chargeback.entity.js";
import { recordChargeback } from "./record-chargeback.js";

const checkEveryMs = 86_400_000;

/** Asks for all chargebacks of a charge, since webhooks get lost: also for those we never heard of. */
async function checkChargeback(
  platform: Platform,
  providers: Providers,
  chargebackId: string,
): Promise<void> {
  const { manager } = platform.database;
  const known = await manager.findOneBy(ChargebackEntity, { id: chargebackId });
  if (!known || known.closedAt) return;
  const next = new Date(platform.clock.now().getTime() + checkEveryMs);
  await setDeadline(manager, chargebackCheck, chargebackId, next);
  const payment = await manager.findOneByOrFail(PaymentEntity, { id: known.paymentId });
  if (payment.providerChargeId === null) return;
  const provider = providerOf(providers, payment.provider);
  for (const said of await provider.findChargebacks(payment.providerChargeId)) {
    await recordChargeback(platform, said);
  }
}

export const chargebackTasks = (providers: Providers): Record<string, Task> => ({
  [chargebackCheck]: (platform, { id = "" }) => checkChargeback(platform, providers, id),
});
