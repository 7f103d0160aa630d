import { type EntityManager, Not } from "typeorm";
import { RefundAttemptEntity } from "./refund-attempt.entity.js";
import type { ProviderRefund } from "./refund-provider.js";

/** Whether a provider's refund is another attempt's than this one: it bears its id, or goes by its name. */
export function isAnothers(
  manager: EntityManager,
  attemptId: string,
  { provider, providerRefundId, reference }: ProviderRefund,
): Promise<boolean> {
  const named = reference !== null && reference !== attemptId ? [{ id: reference, provider }] : [];
  return manager.existsBy(RefundAttemptEntity, [
    { id: Not(attemptId), provider, providerRefundId },
    ...named,
  ]);
}
