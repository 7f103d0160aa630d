import { refundMachine } from "@makegood/domain/refund/refund-machine";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { completeWhatItWasFor, eventOf } from "./conclude-refund.js";
import { lockRefund } from "./lock-refund.js";
import { releaseRefund } from "./release-refund.js";

/**
 * The buyer's bank paid it: the refund, of which nothing was paid or is under way, is ended by an
 * agent who says so.
 */
export async function closeHeldRefund(
  unit: UnitOfWork,
  caller: Caller,
  { refundId, reason }: { refundId: string; reason: string },
): Promise<Outcome<{ refundId: string }>> {
  const found = await lockRefund(unit.manager, caller, refundId);
  if (!found) return refuse({ kind: "NotFound", what: "refund" });
  const { refund } = found;
  const refusal = refuseTransition(refundMachine, refund.status, "close");
  if (refusal) return refuse(refusal);
  const isUnpaid = found.allocations.every(({ status }) => status === "PENDING");
  if (refund.pendingReason !== "chargeback_lost" || !isUnpaid) {
    const state = refund.status;
    const known = { machine: refundMachine.name, state, allowedCommands: [] };
    return refuse({ kind: "NotInThisState", ...known, command: "close" });
  }
  await releaseRefund(unit, found, "close");
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.closedAsPaidByBank", reason });
  await completeWhatItWasFor(unit, refund);
  return done({ refundId }, refund);
}
