import { type EntityManager, In } from "typeorm";
import { PaymentEntity, type ProviderName } from "./payment.entity.js";

/** A charge as its provider names it: Stripe has two names, and we may have been told either. */
export interface NamedCharge {
  provider: ProviderName;
  chargeId: string;
  intentId: string | null;
}

/** The payment that a charge of a provider is; null when it is none of ours. */
export function paymentOfCharge(
  manager: EntityManager,
  { provider, chargeId, intentId }: NamedCharge,
): Promise<PaymentEntity | null> {
  const names = intentId === null ? [chargeId] : [chargeId, intentId];
  return manager.findOneBy(PaymentEntity, { provider, providerChargeId: In(names) });
}
