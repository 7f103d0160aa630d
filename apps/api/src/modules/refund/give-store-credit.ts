import { move } from "@makegood/domain/ledger/move";
import { post } from "#modules/ledger/exports/post.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";
import type { RefundEntity } from "./exports/refund.entity.js";
import type { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import { StoreCreditEntryEntity } from "./exports/store-credit-entry.entity.js";

/** Writes what a payout gives to the buyer's store credit; the bonus is the marketplace's. */
export async function giveStoreCredit(
  unit: UnitOfWork,
  refund: RefundEntity,
  payout: RefundPayoutEntity,
): Promise<void> {
  const { manager, now } = unit;
  const { amountMinor, bonusMinor, currency } = payout;
  const line = (kind: "REFUND" | "BONUS", minor: number) => ({
    id: newId("storeCreditEntry"),
    buyerId: refund.buyerId,
    kind,
    amountMinor: minor,
    currency,
    payoutId: payout.id,
    refundId: refund.id,
    createdAt: now,
  });
  const posted = {
    reference: payout.id,
    orderId: refund.orderId,
    shopId: refund.shopId,
    refundId: refund.id,
    currency,
    at: now,
  };
  await manager.insert(StoreCreditEntryEntity, line("REFUND", amountMinor));
  const paid = move(amountMinor, "REFUND_OWED", "STORE_CREDIT");
  await post(manager, { ...posted, kind: "CREDIT_PAID", entries: paid });
  if (bonusMinor === 0) return;
  await manager.insert(StoreCreditEntryEntity, line("BONUS", bonusMinor));
  const bonus = move(bonusMinor, "GOODWILL", "STORE_CREDIT");
  await post(manager, { ...posted, kind: "CREDIT_BONUS", entries: bonus });
}
