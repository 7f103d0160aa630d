import type { HoldReason } from "@makegood/domain/payout/hold-words";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { newId } from "#platform/ids.js";

export interface PayoutHold {
  shopId: string;
  orderId: string;
  reason: HoldReason;
  /** What holds it; holding for the same again changes the amount. */
  subjectId: string;
  amountMinor: number;
  currency: string;
}

/** Keeps an amount of a shop's balance from being paid out. Nothing to hold is held silently. */
export async function holdPayout(
  { manager, now }: Pick<UnitOfWork, "manager" | "now">,
  hold: PayoutHold,
): Promise<void> {
  if (hold.amountMinor <= 0) return;
  await manager.query(
    `INSERT INTO payout_holds
       (id, shop_id, order_id, reason, subject_id, amount_minor, currency, placed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (reason, subject_id) DO UPDATE
       SET amount_minor = EXCLUDED.amount_minor, released_at = NULL`,
    [
      newId("payoutHold"),
      hold.shopId,
      hold.orderId,
      hold.reason,
      hold.subjectId,
      hold.amountMinor,
      hold.currency,
      now,
    ],
  );
}

/** Lets go of what something held, if it still does. */
export async function releasePayout(
  { manager, now }: Pick<UnitOfWork, "manager" | "now">,
  reason: HoldReason,
  subjectId: string,
): Promise<void> {
  await manager.query(
    `UPDATE payout_holds SET released_at = $3
     WHERE reason = $1 AND subject_id = $2 AND released_at IS NULL`,
    [reason, subjectId, now],
  );
}
