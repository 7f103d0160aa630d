import { reversed } from "@makegood/domain/ledger/move";
import { post } from "#modules/ledger/exports/post.js";
import { postedEntries } from "#modules/ledger/exports/posted-entries.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { advanceRefund } from "./advance-refund.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import type { LockedRefund } from "./lock-refund.js";

/** Lets go of a refund that was never sent: what it reserved is free again, and the books say so. */
export async function releaseRefund(
  unit: UnitOfWork,
  { refund }: LockedRefund,
  command: "cancel" | "decline" | "expire" | "close",
): Promise<void> {
  const { manager, now } = unit;
  const { id: refundId, orderId, shopId, currency } = refund;
  await manager.update(RefundAllocationEntity, { refundId }, { status: "CANCELED" });
  await advanceRefund(manager, refund, command, { pendingReason: null });
  const kind = refund.goodwillReason === null ? "REFUND_OWED" : "GOODWILL_OWED";
  const entries = reversed(await postedEntries(manager, kind, refundId));
  const posting = { reference: refundId, shopId, orderId, refundId, currency, entries, at: now };
  await post(manager, { kind: "REFUND_CANCELED", ...posting });
}
