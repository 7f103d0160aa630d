import { move } from "@makegood/domain/ledger/move";
import type { UnitOfWork } from "#platform/commands/unit-of-work.js";
import { recordEvent } from "#platform/events/record-event.js";
import { systemActor } from "#platform/identity/actor.js";
import { settleDeadline } from "#platform/jobs/deadlines.js";
import { enqueue } from "#platform/jobs/jobs.js";
import { advanceRefund } from "./advance-refund.js";
import { payoutCheck } from "./check-deadline.js";
import { atAccountBy, eventOf, isSettled, setAllocation, succeeded } from "./conclude-refund.js";
import { eraseDetails } from "./erase-details.js";
import type { ProviderPayout } from "./exports/bank-transfers.js";
import { submitTask } from "./exports/create-refund.js";
import type { RefundPayoutEntity } from "./exports/refund-payout.entity.js";
import { giveStoreCredit } from "./give-store-credit.js";
import type { LockedRefund } from "./lock-refund.js";
import { holdsOf, payableOf, unpaidOf } from "./payout-facts.js";
import { partsPaidBy, postPayout, setPayout } from "./payout-rows.js";
import { endIncidents, takeBackDoubt } from "./settle-doubt.js";

/** It arrived: in the buyer's store credit, or at the bank of the account that they gave. */
export async function payoutSucceeded(
  unit: UnitOfWork,
  known: LockedRefund,
  payout: RefundPayoutEntity,
  trace: ProviderPayout["trace"],
): Promise<void> {
  const { refund } = known;
  const traced = { traceType: trace?.type ?? null, traceValue: trace?.value ?? null };
  await settle(unit, payout, { status: "SUCCEEDED", ...traced });
  for (const allocation of partsPaidBy(known, payout)) {
    await setAllocation(unit, allocation, { status: "SUCCEEDED" });
  }
  const isCredit = payout.kind === "STORE_CREDIT";
  if (isCredit) await giveStoreCredit(unit, refund, payout);
  else {
    const paid = move(payout.amountMinor, "REFUND_OWED", "BANK");
    await postPayout(unit, known, payout, "TRANSFER_PAID", paid);
    await eraseDetails(unit, { id: payout.bankDetailsId ?? "" });
  }
  if (await wasLeftUnpaid(unit, known)) return;
  const expectedAtBankBy = isCredit ? null : await atAccountBy(unit, known);
  await succeeded(unit, known, "succeed", { expectedAtBankBy, told: arrival(payout) });
}

/** How a payout that arrived is told. */
export const arrival = ({ kind, amountMinor, bonusMinor, currency }: RefundPayoutEntity) => ({
  kind: kind === "STORE_CREDIT" ? ("refund.credited" as const) : ("refund.transferred" as const),
  ...(kind === "STORE_CREDIT" ? { actor: systemActor } : {}),
  data: { amountMinor: amountMinor + bonusMinor, currency },
});

export async function payoutFailed(
  unit: UnitOfWork,
  known: LockedRefund,
  payout: RefundPayoutEntity,
  said: string,
): Promise<void> {
  const { refund } = known;
  await settle(unit, payout, { status: "FAILED", failureReason: said });
  await eraseDetails(unit, { id: payout.bankDetailsId ?? "" });
  const unpaid = await takeBackDoubt(unit, known, partsPaidBy(known, payout));
  if (unpaid.length === 0) {
    if (await wasLeftUnpaid(unit, known)) return;
    return succeeded(unit, known, "succeed", { expectedAtBankBy: await atAccountBy(unit, known) });
  }
  for (const allocation of unpaid) await setAllocation(unit, allocation, { status: "FAILED" });
  const isPaidByBank = said === "chargeback_lost";
  const isPayable = (await payableOf(unit.manager, known)).length > 0;
  const failureReason = isPaidByBank && isPayable ? "bank_paid_part" : said;
  await advanceRefund(unit.manager, refund, "fail", { failureReason });
  if (isPaidByBank) {
    // What the bank left of it goes on, as a refund of its own.
    const { id } = refund;
    await enqueue(unit.manager, submitTask, { id }, { key: `${submitTask}:${id}` });
  }
  // That the buyer's bank paid was told when it was found, and nothing can be chosen instead.
  if (isPaidByBank && !isPayable) return;
  const kind = "refund.transferFailed";
  await recordEvent(unit, { ...eventOf(refund), kind, reason: failureReason });
}

/** The bank sent back what it had taken: what it paid is owed again, and what was twice is once. */
export async function payoutReturned(
  unit: UnitOfWork,
  known: LockedRefund,
  payout: RefundPayoutEntity,
  failureReason: string,
): Promise<void> {
  const { refund } = known;
  await setPayout(unit, payout, { status: "RETURNED", failureReason });
  const paid = partsPaidBy(known, payout);
  for (const allocation of paid) await setAllocation(unit, allocation, { status: "REVERSED" });
  const back = move(payout.amountMinor, "BANK", "REFUND_OWED");
  await postPayout(unit, known, payout, "TRANSFER_RETURNED", back);
  await endIncidents(unit, refund, { payoutId: payout.id });
  if ((await takeBackDoubt(unit, known, paid)).length === 0) return;
  if (refund.status !== "SUCCEEDED") return;
  await advanceRefund(unit.manager, refund, "reverse", { failureReason });
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.reversed", reason: failureReason });
}

/** A part that the payout did not pay is still owed, or a bank has paid it: the refund says so. */
async function wasLeftUnpaid(unit: UnitOfWork, known: LockedRefund): Promise<boolean> {
  if (isSettled(known)) return false;
  const { refund } = known;
  const [hold] = (await holdsOf(unit.manager, unpaidOf(known))).values();
  const failureReason = hold?.reason ?? "returned_by_bank";
  await advanceRefund(unit.manager, refund, "fail", { failureReason });
  await recordEvent(unit, { ...eventOf(refund), kind: "refund.failed", reason: failureReason });
  return true;
}

async function settle(
  unit: UnitOfWork,
  payout: RefundPayoutEntity,
  to: Partial<RefundPayoutEntity>,
): Promise<void> {
  await setPayout(unit, payout, { ...to, settledAt: unit.now });
  await settleDeadline(unit.manager, payoutCheck, payout.id, unit.now);
}
