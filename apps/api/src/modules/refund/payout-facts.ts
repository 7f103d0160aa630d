import type { PayoutFacts } from "@makegood/domain/repayment/payout-options";
import { type EntityManager, In } from "typeorm";
import {
  type ChargebackHold,
  heldByChargeback,
} from "#modules/chargeback/exports/held-by-chargeback.js";
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
  const unpaid = await payableOf(manager, { allocations });
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
      inDoubt || allocations.some(({ status }) => status === "PENDING" || status === "PROCESSING"),
    transfers: makesTransfers(config),
    bonusPercent: config.storeCreditBonusPercent,
  };
}

/**
 * Those of them that can be paid otherwise: not what a bank argues about, or has paid the buyer itself;
 * looked at again, under locks, before it is.
 */
export async function payableOf(
  manager: EntityManager,
  { allocations }: Pick<Parts, "allocations">,
): Promise<RefundAllocationEntity[]> {
  const unpaid = unpaidOf({ allocations });
  const holds = await holdsOf(manager, unpaid);
  return unpaid.filter(({ paymentId }) => !holds.has(paymentId));
}

/** What banks hold back of these parts, by payment. */
export async function holdsOf(
  manager: EntityManager,
  parts: readonly RefundAllocationEntity[],
): Promise<Map<string, ChargebackHold>> {
  const [first] = parts;
  if (!first) return new Map();
  const { refundId } = first;
  const wantedMinor = new Map(parts.map(({ paymentId, amountMinor }) => [paymentId, amountMinor]));
  const payments = await manager.findBy(PaymentEntity, { id: In([...wantedMinor.keys()]) });
  return heldByChargeback(manager, payments, { refundId, wantedMinor });
}
