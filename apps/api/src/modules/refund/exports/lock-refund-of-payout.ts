import { assert } from "@makegood/domain/assert";
import type { EntityManager } from "typeorm";
import { type LockedRefund, lockRefund } from "../lock-refund.js";
import { RefundPayoutEntity } from "./refund-payout.entity.js";

/** The refund that a payout is for, under its order's lock. */
export async function lockRefundOfPayout(
  manager: EntityManager,
  payoutId: string,
): Promise<LockedRefund> {
  const { refundId } = await manager.findOneByOrFail(RefundPayoutEntity, { id: payoutId });
  const known = await lockRefund(manager, null, refundId);
  assert(known !== null, "a refund is never deleted");
  return known;
}
