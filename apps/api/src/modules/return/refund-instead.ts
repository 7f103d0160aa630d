import { canRefundInstead } from "@makegood/domain/return/refund-instead";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { lockReturn } from "./exports/lock-return.js";
import { turnIntoRefund } from "./exports/turn-into-refund.js";

/** The seller has none left, or the buyer would rather have the money: it brings the money instead. */
export async function refundInstead(
  unit: UnitOfWork,
  caller: Caller,
  returnId: string,
  reason: string | null,
): Promise<Outcome<{ returnId: string }>> {
  const given = await lockReturn(unit, caller, returnId);
  if (!given) return refuse({ kind: "NotFound", what: "return" });
  const { request } = given;
  if (!canRefundInstead(request)) {
    const { status: state } = request;
    return refuse({
      kind: "NotInThisState",
      machine: "return",
      state,
      command: "refundInstead",
      allowedCommands: [],
    });
  }
  await turnIntoRefund(unit, given);
  const { orderId } = request;
  await recordEvent(unit, { orderId, kind: "return.refundInstead", returnId, reason });
  return done({ returnId }, request);
}
