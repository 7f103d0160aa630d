import { In } from "typeorm";
import type { ChargebackHold } from "#modules/chargeback/exports/held-by-chargeback.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { conclude, setAllocation } from "./conclude-refund.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import type { LockedRefund } from "./lock-refund.js";
import { unpaidOf } from "./payout-facts.js";

/**
 * All that is left to send the buyer's bank has paid, and another part has failed: the refund is over,
 * so that this other part can be had otherwise. False where something may still be sent.
 */
export async function leaveToBank(
  unit: UnitOfWork,
  found: LockedRefund,
  holds: ReadonlyMap<string, ChargebackHold>,
): Promise<boolean> {
  const { refund, allocations } = found;
  const failed = unpaidOf(found);
  const left = allocations.filter(({ status }) => status === "PENDING");
  const isPaidByBank = left.every(
    ({ paymentId }) => holds.get(paymentId)?.reason === "chargeback_lost",
  );
  const isUnderWay = allocations.some(({ status }) => status === "PROCESSING");
  if (refund.status !== "PROCESSING" || failed.length === 0 || !isPaidByBank || isUnderWay) {
    return false;
  }
  for (const part of left) await setAllocation(unit, part, { status: "FAILED" });
  const [last] = await unit.manager.find(RefundAttemptEntity, {
    where: { allocationId: In(failed.map(({ id }) => id)) },
    order: { createdAt: "DESC", id: "DESC" },
    take: 1,
  });
  await conclude(unit, found, last?.failureReason ?? null);
  return true;
}
