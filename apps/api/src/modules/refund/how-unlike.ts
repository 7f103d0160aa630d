import { howItDiffers } from "@makegood/domain/reconciliation/compare-refund";
import type { DriftKind } from "@makegood/domain/reconciliation/drift";
import type { EntityManager } from "typeorm";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import type { Known } from "./attempt-rows.js";
import { isAnothers } from "./exports/is-anothers.js";
import type { ProviderRefund } from "./exports/refund-provider.js";

/**
 * Why what a provider has under an attempt's name is not what the attempt asked for; null where it is.
 * Only what goes back to the payment that it was for, and so to its owner, in its amount, counts.
 */
export async function howUnlike(
  manager: EntityManager,
  { attempt, allocation, refund: { refund } }: Known,
  said: ProviderRefund,
): Promise<DriftKind | null> {
  if (attempt.providerRefundId !== said.providerRefundId) {
    if (await isAnothers(manager, attempt.id, said)) return "SHARED";
    if (attempt.providerRefundId !== null) return "DUPLICATE";
  }
  const { paymentId: id, amountMinor } = allocation;
  const { providerChargeId } = await manager.findOneByOrFail(PaymentEntity, { id });
  const ours = { amountMinor, currency: refund.currency, chargeId: providerChargeId ?? "" };
  return howItDiffers(ours, { ...said, chargeIds: [said.chargeId, said.intentId] });
}

/** Whether it has moved money, or yet may. */
export const mayMove = ({ status }: Pick<ProviderRefund, "status">): boolean =>
  status === "succeeded" || status === "pending" || status === "requires_action";
