import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import type { Platform } from "#platform/platform.js";
import { type Providers, providerOf } from "./exports/providers.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import type { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { ProviderRefund } from "./exports/refund-provider.js";

/** What an attempt's provider knows of it; null when it surely never heard of it. */
export async function askProvider(
  { database: { manager } }: Platform,
  providers: Providers,
  { id, allocationId, provider, providerRefundId }: RefundAttemptEntity,
): Promise<ProviderRefund | null> {
  const { paymentId } = await manager.findOneByOrFail(RefundAllocationEntity, { id: allocationId });
  const { providerChargeId } = await manager.findOneByOrFail(PaymentEntity, { id: paymentId });
  if (providerChargeId === null) return null;
  return providerOf(providers, provider).findRefund({
    reference: id,
    chargeId: providerChargeId,
    providerRefundId,
  });
}
