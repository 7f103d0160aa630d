import { refundMachine } from "@makegood/domain/refund/refund-machine";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { completeWhatItWasFor, eventOf } from "./conclude-refund.js";
import { lockRefund } from "./lock-refund.js";
import { releaseRefund } from "./release-refund.js";

/** The buyer's bank paid it: the refund, which was never sent, is ended by an agent who says so. */
export async function closeHeldRefund(
  unit: UnitOfWork,
  caller: Caller,
  { refundId, reason }: { refundId: string; reason: string },
): Promise<Outcome<{ refundId: string }>> {
  const found = await lockRefund(unit.manager, caller, refundId);
  if (!found) return refuse({ kind: "NotFound", what: "refund" });
  const { refund } = found;
  const refusal = refuseTransition(refundMachine, refund.status, "cancel");
  if (refusal) return refuse(refusal);
  if (refund.pendingReason !== "chargeback_lost") {
    const state = refund.status;
    const known = { machine: refundMachine.name, state, allowedCommands: [] };
    return refuse({ kind: "NotInThisState", ...known, command: "cancel" });
  }
  await releaseRefund(unit, found, "cancel");
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.closedAsPaidByBank", reason });
  await completeWhatItWasFor(unit, refund);
  return done({ refundId }, refund);
}
