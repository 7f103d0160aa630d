import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { payoutReturned } from "../payout-outcome.js";
import { lockRefundOfPayout } from "./lock-refund-of-payout.js";
import { RefundPayoutEntity } from "./refund-payout.entity.js";

/** Records that a transfer which we thought was paid, once or twice, never went: the bank has none. */
export async function bookTransferAsUnpaid(unit: UnitOfWork, payoutId: string): Promise<void> {
  const known = await lockRefundOfPayout(unit.manager, payoutId);
  const payout = await unit.manager.findOneByOrFail(RefundPayoutEntity, { id: payoutId });
  if (payout.status === "SUCCEEDED" || payout.status === "PAID_TWICE") {
    await payoutReturned(unit, known, payout, "missing_at_provider");
  }
}
