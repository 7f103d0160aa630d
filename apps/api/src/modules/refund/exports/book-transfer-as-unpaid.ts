import { assert } from "@makegood/domain/assert";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { lockRefund } from "../lock-refund.js";
import { payoutReturned } from "../payout-outcome.js";
import { RefundPayoutEntity } from "./refund-payout.entity.js";

/** Records that a transfer which we thought was paid never went: the bank has none. */
export async function bookTransferAsUnpaid(unit: UnitOfWork, payoutId: string): Promise<void> {
  const { manager } = unit;
  const { refundId } = await manager.findOneByOrFail(RefundPayoutEntity, { id: payoutId });
  const known = await lockRefund(manager, null, refundId);
  assert(known !== null, "a refund is never deleted");
  const payout = await manager.findOneByOrFail(RefundPayoutEntity, { id: payoutId });
  if (payout.status === "SUCCEEDED") {
    await payoutReturned(unit, known, payout, "missing_at_provider");
  }
}
