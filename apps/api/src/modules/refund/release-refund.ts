import { reversed } from "@makegood/domain/ledger/move";
import { partOf } from "@makegood/domain/ledger/part-of";
import { In } from "typeorm";
import { post } from "#modules/ledger/exports/post.js";
import { postedEntries } from "#modules/ledger/exports/posted-entries.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { advanceRefund } from "./advance-refund.js";
import { owedKind } from "./exports/create-refund.js";
import { RefundAllocationEntity } from "./exports/refund-allocation.entity.js";
import type { LockedRefund } from "./lock-refund.js";

type Release = "cancel" | "decline" | "expire" | "close" | "closeRest";

/**
 * Lets go of what of a refund was not paid: what that reserved is free again, and the books say so.
 * Returns how much it is, in minor units.
 */
export async function releaseRefund(
  unit: UnitOfWork,
  { refund, allocations }: LockedRefund,
  command: Release,
): Promise<number> {
  const { manager, now } = unit;
  const { id: refundId, orderId, shopId, currency } = refund;
  const unpaid = allocations.filter(({ status }) => status !== "SUCCEEDED");
  const unpaidMinor = unpaid.reduce((sum, { amountMinor }) => sum + amountMinor, 0);
  const ids = unpaid.map(({ id }) => id);
  await manager.update(RefundAllocationEntity, { id: In(ids) }, { status: "CANCELED" });
  const none = { pendingReason: null, failureReason: null, actionBy: null };
  const over = command === "closeRest" ? { succeededAt: refund.succeededAt ?? now } : {};
  await advanceRefund(manager, refund, command, { ...none, ...over });
  const owed = await postedEntries(manager, owedKind(refund), refundId);
  const entries = reversed(partOf(owed, unpaidMinor, refund.amountMinor));
  const posting = { reference: refundId, shopId, orderId, refundId, currency, entries, at: now };
  await post(manager, { kind: "REFUND_CANCELED", ...posting });
  return unpaidMinor;
}
