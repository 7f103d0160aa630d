import { done, type Outcome } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { eventOf } from "./conclude-refund.js";
import { lockRefund } from "./lock-refund.js";

/** Those who can answer for a refund are told again, before it ends unanswered. */
export async function remindOfApproval(
  unit: UnitOfWork,
  refundId: string,
): Promise<Outcome<Record<string, never>>> {
  const found = await lockRefund(unit.manager, null, refundId);
  if (found?.refund.status !== "PENDING_APPROVAL" || !found.refund.waitsUntil) return done({});
  const { amountMinor, currency, waitsUntil, createdBy } = found.refund;
  await recordEvent(unit, {
    ...eventOf(found.refund),
    kind: "refund.approvalReminder",
    data: {
      amountMinor,
      currency,
      promisedBy: waitsUntil.toISOString(),
      // What a shop's people or keys gave, its owner can answer, too.
      owner: createdBy === "AGENT" ? "SUPPORT" : "SELLER",
    },
  });
  return done({});
}
