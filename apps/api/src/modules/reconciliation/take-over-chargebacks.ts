import { In } from "typeorm";
import { ChargebackEntity } from "#modules/chargeback/exports/chargeback.entity.js";
import { recordChargeback } from "#modules/chargeback/exports/record-chargeback.js";
import { paymentOfCharge } from "#modules/order/exports/payment-of-charge.js";
import type { ProviderChargeback } from "#modules/refund/exports/refund-provider.js";
import type { Platform } from "#platform/platform.js";

/** Takes over what is news in a provider's chargebacks, since the webhook of it may be lost. */
export async function takeOverChargebacks(
  platform: Platform,
  said: readonly ProviderChargeback[],
): Promise<void> {
  const [first] = said;
  if (!first) return;
  const { manager } = platform.database;
  const known = await manager.findBy(ChargebackEntity, {
    provider: first.provider,
    providerChargebackId: In(said.map(({ providerChargebackId }) => providerChargebackId)),
  });
  const ours = new Map(known.map((one) => [one.providerChargebackId, one]));
  for (const one of said) {
    const mirror = ours.get(one.providerChargebackId);
    if (mirror?.status === one.status && mirror.buyerRepaid === one.buyerRepaid) continue;
    // Of no payment of ours there is nothing to record: the comparison tells of it, once.
    const payment = await paymentOfCharge(manager, one);
    if (payment?.currency === one.currency) await recordChargeback(platform, one);
  }
}
