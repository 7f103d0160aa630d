import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import type { Platform } from "#platform/platform.js";
import { type Providers, providerOf } from "./exports/providers.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import type { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { ProviderRefund } from "./exports/refund-provider.js";
import { recordOutcome } from "./record-outcome.js";

/**
 * Asks what an attempt's provider knows of it, and takes over what is news in that. Null when it
 * surely never heard of it. Throws OutcomeUnknown when no certain answer came.
 */
export async function askProvider(
  platform: Platform,
  providers: Providers,
  attempt: RefundAttemptEntity,
  at?: Date,
): Promise<ProviderRefund | null> {
  const askedAt = platform.clock.now();
  const said = await find(platform, providers, attempt);
  if (said) await recordOutcome(platform, said, { askedAt, attemptId: attempt.id, at });
  return said;
}

async function find(
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
