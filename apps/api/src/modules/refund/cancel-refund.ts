import { refundMachine } from "@makegood/domain/refund/refund-machine";
import { refuseIfChanged } from "#modules/order/exports/refuse-if-changed.js";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { callOff } from "./call-off-refund.js";
import { lockRefund } from "./lock-refund.js";
import { releaseRefund } from "./release-refund.js";

/** What a cancellation or a return brings back is due, and not taken back by hand. */
const given: readonly string[] = ["ON_BEHALF", "GOODWILL"];

/**
 * Takes back a refund that somebody gave, before its first attempt: a stop switch gives the time for
 * it. Competes with sending under the order's lock; once it is sent, it is sent. What waits for the
 * buyer's details is called off, whatever it is for.
 */
export async function cancelRefund(
  unit: UnitOfWork,
  caller: Caller,
  input: { refundId: string; reason: string; expectedVersion: number | null },
): Promise<Outcome<{ refundId: string }>> {
  const found = await lockRefund(unit.manager, caller, input.refundId);
  if (!found) return refuse({ kind: "NotFound", what: "refund" });
  const { refund, locked } = found;
  const { status, origin } = refund;
  if (status === "REQUIRES_ACTION") {
    const changed = await refuseIfChanged(unit.manager, locked.order, input.expectedVersion);
    return changed ? refuse(changed) : callOff(unit, found, input.reason);
  }
  const command = given.includes(origin) && status === "APPROVED" ? "cancel" : "cancelWhatIsDue";
  const refusal =
    refuseTransition(refundMachine, status, command) ??
    (await refuseIfChanged(unit.manager, locked.order, input.expectedVersion));
  if (refusal) return refuse(refusal);
  await releaseRefund(unit, found, "cancel");
  await recordEvent(unit, {
    orderId: refund.orderId,
    kind: "refund.canceled",
    refundId: refund.id,
    data: { amountMinor: refund.amountMinor, currency: refund.currency },
  });
  return done({ refundId: refund.id });
}
