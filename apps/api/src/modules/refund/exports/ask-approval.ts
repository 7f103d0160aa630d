import { remindAt } from "@makegood/domain/calendar/remind-at";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { setDeadline } from "#platform/jobs/deadlines.js";
import type { RefundEntity } from "./refund.entity.js";
import { RefundApprovalEntity } from "./refund-approval.entity.js";

/** The deadline at which a refund that nobody answered for is not made. */
export const approvalDeadline = "refund.approvalDue";
/** When those who can answer are reminded of it. */
export const approvalReminder = "refund.remindOfApproval";

/** Puts a refund before a second person. The buyer is told that it waits, and until when; not why. */
export async function askApproval(
  unit: UnitOfWork,
  refund: RefundEntity,
  dueAt: Date,
): Promise<void> {
  await unit.manager.insert(RefundApprovalEntity, {
    refundId: refund.id,
    shopId: refund.shopId,
    status: "WAITING",
    askedById: refund.createdById,
    askedAt: unit.now,
    dueAt,
    decidedAt: null,
    decidedById: null,
    reason: null,
  });
  await setDeadline(unit.manager, approvalDeadline, refund.id, dueAt, {
    binds: refund.orderId,
  });
  const remind = remindAt(unit.now, dueAt);
  if (remind) await setDeadline(unit.manager, approvalReminder, refund.id, remind);
  await recordEvent(unit, {
    orderId: refund.orderId,
    kind: "refund.approvalAsked",
    refundId: refund.id,
    data: {
      amountMinor: refund.amountMinor,
      currency: refund.currency,
      promisedBy: dueAt.toISOString(),
    },
  });
}
