import type { PayoutFacts } from "@makegood/domain/repayment/payout-options";
import { type EntityManager, In } from "typeorm";
import { heldByChargeback } from "#modules/chargeback/exports/held-by-chargeback.js";
import { PaymentEntity } from "#modules/order/exports/payment.entity.js";
import type { Config } from "#platform/config/config.js";
import { makesTransfers } from "./exports/providers.js";
import type { RefundEntity } from "./exports/refund.entity.js";
import type { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";

interface Parts {
  refund: RefundEntity;
  allocations: readonly RefundAllocationEntity[];
}

/** The parts that are known to have failed or come back. */
export const unpaidOf = ({ allocations }: Pick<Parts, "allocations">): RefundAllocationEntity[] =>
  allocations.filter(({ status }) => status === "FAILED" || status === "REVERSED");

/** What the ways to be paid depend on. Under the order's lock where something is decided by it. */
export async function payoutFacts(
  manager: EntityManager,
  config: Config,
  { refund, allocations }: Parts,
): Promise<PayoutFacts> {
  const unpaid = unpaidOf({ allocations });
  const held = await isHeldByBank(manager, unpaid);
  const inDoubt =
    unpaid.length > 0 &&
    (await manager.existsBy(RefundAttemptEntity, {
      allocationId: In(unpaid.map(({ id }) => id)),
      status: "OPEN",
    }));
  return {
    status: refund.status,
    currency: refund.currency,
    unpaidMinor: unpaid.reduce((sum, { amountMinor }) => sum + amountMinor, 0),
    underWay:
      held ||
      inDoubt ||
      allocations.some(({ status }) => status === "PENDING" || status === "PROCESSING"),
    transfers: makesTransfers(config),
    bonusPercent: config.storeCreditBonusPercent,
  };
}

/** What a bank left of a payment can be paid otherwise; looked at again, under locks, before it is. */
async function isHeldByBank(
  manager: EntityManager,
  unpaid: readonly RefundAllocationEntity[],
): Promise<boolean> {
  if (unpaid.length === 0) return false;
  const wanted = new Map(unpaid.map(({ paymentId, amountMinor }) => [paymentId, amountMinor]));
  const payments = await manager.findBy(PaymentEntity, { id: In([...wanted.keys()]) });
  return (await heldByChargeback(manager, payments, wanted)).size > 0;
}
