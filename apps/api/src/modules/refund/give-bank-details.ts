import { callingOffReason } from "@makegood/domain/refund/calling-off";
import { refundMachine } from "@makegood/domain/refund/refund-machine";
import { type BankDetails, maskBankDetails } from "@makegood/domain/repayment/bank-details";
import { done, type Outcome, refuse } from "#platform/commands/refused.js";
import { refuseTransition } from "#platform/commands/transition.js";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import type { Caller } from "#platform/identity/caller.js";
import { newId } from "#platform/ids.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { type SealingKey, seal } from "#platform/secrets/seal.js";
import { goOn } from "./ask-for-details.js";
import { setAttempt } from "./attempt-rows.js";
import { detailsTask } from "./check-deadline.js";
import { eventOf } from "./conclude-refund.js";
import { eraseDetails } from "./erase-details.js";
import { BankDetailsEntity } from "./exports/bank-details.entity.js";
import { takesBankDetails } from "./exports/providers.js";
import type { RefundEntity } from "./exports/refund.entity.js";
import { RefundAttemptEntity } from "./exports/refund-attempt.entity.js";
import { lockRefund } from "./lock-refund.js";

/** Keeps an account sealed; returns the id of its row. */
export async function keepDetails(
  unit: UnitOfWork,
  key: SealingKey,
  refund: RefundEntity,
  details: BankDetails,
  attemptId: string | null,
): Promise<string> {
  const id = newId("bankDetails");
  await unit.manager.insert(BankDetailsEntity, {
    id,
    refundId: refund.id,
    buyerId: refund.buyerId,
    attemptId,
    kind: details.kind,
    masked: maskBankDetails(details),
    keyId: key.id,
    sealed: seal(key, id, JSON.stringify(details)),
    givenAt: unit.now,
    takenAt: null,
    erasedAt: null,
  });
  return id;
}

/** The buyer says to which account a refund shall go that its provider can't send back otherwise. */
export async function giveBankDetails(
  unit: UnitOfWork,
  caller: Caller,
  key: SealingKey,
  input: { refundId: string; details: BankDetails },
): Promise<Outcome<{ refundId: string }>> {
  const { manager } = unit;
  const found = await lockRefund(manager, caller, input.refundId);
  if (!found) return refuse({ kind: "NotFound", what: "refund" });
  const { refund } = found;
  const refusal = refuseTransition(refundMachine, refund.status, "act");
  if (refusal) return refuse(refusal);
  if (refund.pendingReason === callingOffReason) {
    const known = { machine: refundMachine.name, state: refund.status, allowedCommands: [] };
    return refuse({ kind: "NotInThisState", ...known, command: "act" });
  }
  const waiting = await manager.findBy(RefundAttemptEntity, {
    refundId: refund.id,
    status: "OPEN",
    needsAction: true,
  });
  const here = waiting.filter(({ provider }) => takesBankDetails(provider));
  if (here.length === 0) return refuse({ kind: "BankDetailsUnusable", field: "kind" });
  for (const attempt of here) {
    await eraseDetails(unit, { attemptId: attempt.id });
    await keepDetails(unit, key, refund, input.details, attempt.id);
    await setAttempt(unit, attempt, { needsAction: false, pendingReason: "details_given" });
  }
  await goOn(unit, found);
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.detailsGiven" });
  const { id } = refund;
  await enqueue(manager, detailsTask, { id }, { key: `${detailsTask}:${id}` });
  return done({ refundId: id }, refund);
}
